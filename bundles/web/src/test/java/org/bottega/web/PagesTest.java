package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PagesTest extends PeopleBase {

    private static final String FORGOT = "/t/acme/password/forgot";
    private static final String RESET = "/t/acme/password/reset";

    private static Reply get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(edge.uri(path));
        return edge.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static Reply page(int status, Reply reply) throws Exception {
        assertEquals(status, reply.status(), reply.body());
        assertEquals("text/html;charset=utf-8", reply.header("Content-Type").replace(" ", ""));
        assertEquals("no-store", reply.header("Cache-Control"));
        assertEquals("no-referrer", reply.header("Referrer-Policy"));
        Matcher style = Pattern.compile("<style>(.*)</style>", Pattern.DOTALL).matcher(reply.body());
        assertTrue(style.find());
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(style.group(1).getBytes(StandardCharsets.UTF_8));
        assertEquals(
                "default-src 'none'; style-src 'sha256-" + Base64.getEncoder().encodeToString(hash)
                        + "'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
                reply.header("Content-Security-Policy"));
        assertFalse(reply.body().contains("<script"));
        return reply;
    }

    @Test
    @DisplayName("ACC-01 ACC-02 ACC-03 ACC-07 a forgotten password on the public pages, from the first to the last")
    void story() throws Exception {
        staff("acme", "sam@example.com", "support", null);
        Reply asked = page(200, get(FORGOT));
        assertTrue(asked.body().contains("spam") && asked.body().contains("<label for=\"email\">"), asked.body());
        Reply sent = page(202, form(FORGOT, "email=sam%40example.com"));
        assertTrue(sent.body().contains("inbox") && sent.body().contains("spam"));
        assertEquals(sent.body(), form(FORGOT, "email=nobody%40example.com").body());
        Reply early = page(429, form(FORGOT, "email=sam%40example.com"));
        assertTrue(early.body().contains("gives the e-mail time to arrive")
                && early.body().contains("role=\"alert\""));
        assertEquals("1800", early.header("Retry-After"));
        settle();
        String token = token("acme", "sam@example.com");
        Reply form = page(200, get(RESET + "?token=" + token));
        assertTrue(form.body().contains("value=\"" + token + "\""));
        page(200, get(RESET + "?token=" + token));
        String fields = "token=" + token + "&password=%s&again=%s";
        assertTrue(page(400, form(RESET, fields.formatted("abc+12", "abc+12")))
                .body()
                .contains("must not contain a space"));
        assertTrue(page(400, form(RESET, fields.formatted("another-2", "another-3")))
                .body()
                .contains("not the same"));
        page(200, form(RESET, fields.formatted("another-2", "another-2")));
        assertEquals(200, login("acme", "sam@example.com", "another-2").status());
        Reply used = page(410, form(RESET, fields.formatted("another-2", "another-2")));
        assertTrue(used.body().contains("href=\"" + FORGOT + "\""));
        page(410, get(RESET + "?token=" + token));
        page(410, get(RESET));
    }

    @Test
    @DisplayName("ACC-04 ACC-05 an empty form and a wrong address are told, not failed at")
    void empty() throws Exception {
        assertTrue(page(400, form(FORGOT, "")).body().contains("Please enter an e-mail address"));
        staff("acme", "eva@example.com", "support", null);
        page(202, form(FORGOT, "email=eva%40example.com"));
        settle();
        Reply none = page(400, form(RESET, "token=" + token("acme", "eva@example.com")));
        assertTrue(none.body().contains("at least 7 characters") && none.body().contains("at least one digit"));
        page(410, form(RESET, ""));
        page(415, edge.send(HttpRequest.newBuilder(edge.uri(FORGOT)).POST(HttpRequest.BodyPublishers.ofString("x"))));
    }

    @Test
    @DisplayName("pages speak English or Italian, as the browser asks or as the marketplace does")
    void languages() throws Exception {
        assertTrue(page(200, get(FORGOT, "Accept-Language", "de, it;q=0.5, en;q=0.1"))
                .body()
                .contains("<html lang=\"it\">"));
        Reply english = page(200, get(FORGOT, "Accept-Language", "pt-BR"));
        assertTrue(english.body().contains("<html lang=\"en\">"));
        assertEquals("Accept-Language", english.header("Vary"));
    }

    @Test
    @DisplayName("ACC-08 the bare address leads to a marketplace's own page, else there is nothing")
    void bare() throws Exception {
        Reply led = get("/password/forgot?tenant=acme");
        assertEquals(303, led.status());
        assertEquals(FORGOT, led.header("Location"));
        page(404, get("/password/forgot"));
        page(404, get("/password/forgot?tenant=nowhere"));
        page(404, get("/t/nowhere/password/forgot"));
        page(404, get("/t/acme/password/other"));
        page(404, get("/t/acme/other/forgot"));
        Reply put = page(405, edge.send(HttpRequest.newBuilder(edge.uri(FORGOT)).DELETE()));
        assertEquals("GET, HEAD, POST", put.header("Allow"));
        platform.clock().advance(Duration.ofMillis(1));
    }
}
