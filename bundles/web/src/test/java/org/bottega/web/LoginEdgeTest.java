package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoginEdgeTest extends PeopleBase {

    private static final int CALLS = 20;

    private static void refused(Reply reply, String code, String error) {
        reply.isProblem(400, code);
        assertEquals(error, reply.json().path("error").asText(), reply.body());
    }

    @Test
    @DisplayName("ACC-09 staff log in, use the token, renew it once, and log out")
    void session() throws Exception {
        staff("acme", "sam@example.com", "administrator", null);
        Reply first = login("acme", "sam@example.com", PASSWORD);
        assertEquals(200, first.status(), first.body());
        assertEquals("no-store", first.header("Cache-Control"));
        assertTrue(first.json().path("scope").asText().contains("shelf:read"));
        assertEquals(200, call(access(first), "GET", "/shelf/books", null).status());
        String refresh = first.json().path("refresh_token").asText();
        Reply second = form("/api/acme/auth/token", "grant_type=refresh_token&refresh_token=" + refresh);
        assertEquals(200, second.status(), second.body());
        assertNotEquals(refresh, second.json().path("refresh_token").asText());
        Reply out = form("/api/acme/auth/revoke", "token=" + access(second));
        assertEquals(200, out.status(), out.body());
        call(access(first), "GET", "/shelf/books", null).isProblem(401, "token-invalid");
        refused(
                form("/api/acme/auth/token", "grant_type=refresh_token&refresh_token=" + refresh),
                "invalid-grant",
                "invalid_grant");
        refused(form("/api/acme/auth/revoke", "token=x"), "invalid-request", "invalid_request");
        refused(
                form("/api/acme/auth/token", "grant_type=password&username=a&password=b&kind=c"),
                "invalid-request",
                "invalid_request");
    }

    @Test
    @DisplayName("a refresh token that was used before ends the whole login")
    void reuse() throws Exception {
        staff("acme", "rea@example.com", "support", null);
        Reply first = login("acme", "rea@example.com", PASSWORD);
        String form = "grant_type=refresh_token&refresh_token="
                + first.json().path("refresh_token").asText();
        Reply second = form("/api/acme/auth/token", form);
        refused(form("/api/acme/auth/token", form), "invalid-grant", "invalid_grant");
        call(access(second), "GET", "/account", null).isProblem(401, "token-invalid");
    }

    @Test
    @DisplayName("a wrong password, an unknown address and a disabled user get the same answer, byte for byte")
    void equal() throws Exception {
        staff("acme", "eve@example.com", "support", null);
        String gone = staff("acme", "gone@example.com", "support", null);
        platform.as("acme", () -> platform.core().people().users().disable(gone));
        String wrong = plain(login("acme", "eve@example.com", "wrong-1"));
        assertEquals(wrong, plain(login("acme", "nobody@example.com", PASSWORD)));
        assertEquals(wrong, plain(login("acme", "gone@example.com", PASSWORD)));
        String early = plain(forgot("acme", "eve@example.com"));
        assertEquals(early, plain(forgot("acme", "unknown@example.com")));
        assertEquals(early, plain(forgot("acme", "gone@example.com")));
        assertEquals(plain(forgot("acme", "eve@example.com")), plain(forgot("acme", "unknown@example.com")));
        assertEquals(
                plain(json("acme", "/auth/register", "{\"email\":\"reg1@example.com\"}")),
                plain(json("acme", "/auth/register", "{\"email\":\"reg2@example.com\"}")));
    }

    /** Status, headers and body, less the request's id and time. */
    private static String plain(Reply reply) {
        return reply.status() + "\n"
                + reply.response().headers().map().entrySet().stream()
                        .filter(header -> !header.getKey().matches("(?i)x-request-id|date"))
                        .toList()
                + "\n" + reply.body().replaceAll("\"request\":\"[^\"]*\"", "");
    }

    @Test
    @DisplayName("D23 the answer's time does not tell whether there is an account")
    void time() throws Exception {
        for (int i = 0; i < CALLS; i++) {
            staff("globex", "known" + i + "@example.com", "support", null);
        }
        long[][] times = new long[4][CALLS];
        for (int i = 0; i < CALLS; i++) {
            String known = "known" + i + "@example.com";
            String unknown = "unknown" + i + "@example.com";
            times[0][i] = nanos(() -> login("globex", known, "wrong-1").isProblem(400, "invalid-grant"));
            times[1][i] = nanos(() -> login("globex", unknown, "wrong-1").isProblem(400, "invalid-grant"));
            times[2][i] = nanos(() -> assertEquals(202, forgot("globex", known).status()));
            times[3][i] =
                    nanos(() -> assertEquals(202, forgot("globex", unknown).status()));
        }
        similar(times[0], times[1]);
        similar(times[2], times[3]);
    }

    private interface Step {
        void run() throws Exception;
    }

    private static long nanos(Step step) throws Exception {
        long start = System.nanoTime();
        step.run();
        return System.nanoTime() - start;
    }

    private static void similar(long[] one, long[] other) {
        Arrays.sort(one);
        Arrays.sort(other);
        double ratio = (double) one[CALLS / 2] / other[CALLS / 2];
        assertTrue(ratio > 0.5 && ratio < 2, "medians " + one[CALLS / 2] + " and " + other[CALLS / 2] + " ns");
    }

    @Test
    @DisplayName("after 5 wrong passwords: 429 with Retry-After, also for the right one and for unknown addresses")
    void throttled() throws Exception {
        staff("acme", "tom@example.com", "support", null);
        for (String email : new String[] {"tom@example.com", "nowhere@example.com"}) {
            for (int i = 0; i < 5; i++) {
                login("acme", email, "wrong-1").isProblem(400, "invalid-grant");
            }
            Reply reply = login("acme", email, PASSWORD).isProblem(429, "too-many-tries");
            assertEquals("60", reply.header("Retry-After"));
        }
        platform.clock().advance(Duration.ofMinutes(15));
        assertEquals(200, login("acme", "tom@example.com", PASSWORD).status());
    }

    @Test
    @DisplayName("ACC-01 ACC-02 ACC-07 a forgotten password over REST; bodies are checked")
    void password() throws Exception {
        staff("acme", "pat@example.com", "support", null);
        Reply taken = forgot("acme", "pat@example.com");
        assertEquals(202, taken.status());
        assertTrue(taken.json().path("message").asText().contains("spam"));
        assertEquals(
                "1800",
                forgot("acme", "pat@example.com")
                        .isProblem(429, "mail-on-its-way")
                        .header("Retry-After"));
        settle();
        String token = token("acme", "pat@example.com");
        String reset = "{\"token\":\"" + token + "\",\"password\":\"%s\"}";
        Reply short6 = json("acme", "/auth/password/reset", reset.formatted("abc-12"));
        assertTrue(short6.isProblem(400, "password-too-short").fields().contains("password"));
        assertEquals(
                204,
                json("acme", "/auth/password/reset", reset.formatted("another-2"))
                        .status());
        json("acme", "/auth/password/reset", reset.formatted("another-2")).isProblem(410, "link-expired");
        assertEquals(200, login("acme", "pat@example.com", "another-2").status());
        forgot("acme", "x").isProblem(400, "email-invalid");
        json("acme", "/auth/password/forgot", "{\"mail\":\"x\"}").isProblem(400, "field-unknown");
        json("acme", "/auth/register", "{\"email\":\"l@example.com\",\"locale\":\"e n\"}")
                .isProblem(400, "locale-unknown");
        json("acme", "/auth/register", "{\"email\":\"l@example.com\",\"locale\":\"zzzz\"}")
                .isProblem(400, "locale-unknown");
        json("acme", "/auth/register", "").isProblem(400, "body-missing");
        form("/api/acme/auth/password/forgot", "email=x").isProblem(415, "body-type-not-taken");
        assertFalse(platform.mails("acme").isEmpty());
    }
}
