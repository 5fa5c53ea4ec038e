package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import org.bottega.api.platform.Clients.NewClient;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TokenTest {

    private static EdgeServer edge;
    private static NewClient made;

    @BeforeAll
    static void open() throws Exception {
        edge = new EdgeServer();
        made = edge.platform()
                .as("acme", () -> edge.platform().core().clients().create("t", null, Set.of("shelf:read")));
    }

    @AfterAll
    static void close() throws Exception {
        edge.close();
    }

    private static HttpRequest.Builder form(String path, String form) {
        return HttpRequest.newBuilder(edge.uri(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private static String credentials() {
        return "client_id=" + made.client().id() + "&client_secret="
                + URLEncoder.encode(made.secret(), StandardCharsets.UTF_8);
    }

    private static String basic() {
        String pair = made.client().id() + ":" + made.secret();
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    private static Reply token(String form) throws Exception {
        return edge.send(form("/api/acme/auth/token", form));
    }

    private static void refused(Reply reply, int status, String code, String error) {
        reply.isProblem(status, code);
        assertEquals(error, reply.json().path("error").asText(), reply.body());
    }

    @Test
    @DisplayName("a token by form fields or by HTTP Basic, good for requests, never stored by anybody")
    void issue() throws Exception {
        Reply reply = token("grant_type=client_credentials&" + credentials());
        assertEquals(200, reply.status(), reply.body());
        assertEquals("no-store", reply.header("Cache-Control"));
        assertEquals("Bearer", reply.json().path("token_type").asText());
        assertEquals("shelf:read", reply.json().path("scope").asText());
        assertTrue(reply.json().path("expires_in").asLong() > 0);
        Reply second = edge.send(form("/api/acme/auth/token", "grant_type=client_credentials&scope=shelf%3Aread")
                .header("Authorization", basic())
                .header("Idempotency-Key", "k"));
        assertEquals(200, second.status(), second.body());
        Reply third = edge.send(form("/api/acme/auth/token", "grant_type=client_credentials&scope=shelf%3Aread")
                .header("Authorization", basic())
                .header("Idempotency-Key", "k"));
        assertTrue(!third.json().path("access_token").equals(second.json().path("access_token")));
        assertEquals(200, use(token(reply)).status());
    }

    private static String token(Reply reply) {
        return reply.json().path("access_token").asText();
    }

    private static Reply use(String token) throws Exception {
        return edge.send(
                HttpRequest.newBuilder(edge.uri("/api/acme/shelf/books")).header("Authorization", "Bearer " + token));
    }

    @Test
    @DisplayName("wrong secret, unknown client, another tenant: 401 invalid_client")
    void invalidClient() throws Exception {
        Reply wrong =
                token("grant_type=client_credentials&client_id=" + made.client().id() + "&client_secret=x");
        refused(wrong, 401, "invalid-client", "invalid_client");
        assertEquals("Basic realm=\"bottega\"", wrong.header("WWW-Authenticate"));
        refused(
                token("grant_type=client_credentials&client_id=x&client_secret=x"),
                401,
                "invalid-client",
                "invalid_client");
        refused(
                edge.send(form("/api/globex/auth/token", "grant_type=client_credentials&" + credentials())),
                401,
                "invalid-client",
                "invalid_client");
        for (String header : new String[] {"Basic !!!", "Basic", "Bearer x", "Basic " + "eHk="}) {
            refused(
                    edge.send(form("/api/acme/auth/token", "grant_type=client_credentials")
                            .header("Authorization", header)),
                    401,
                    "invalid-client",
                    "invalid_client");
        }
    }

    @Test
    @DisplayName("other grants, missing and repeated parameters, scopes the client does not have")
    void invalidRequests() throws Exception {
        refused(token("grant_type=implicit&" + credentials()), 400, "unsupported-grant-type", "unsupported_grant_type");
        refused(token(credentials()), 400, "invalid-request", "invalid_request");
        refused(token("grant_type=client_credentials"), 400, "invalid-request", "invalid_request");
        refused(
                token("grant_type=client_credentials&grant_type=client_credentials&" + credentials()),
                400,
                "invalid-request",
                "invalid_request");
        refused(
                token("grant_type=client_credentials&scope=shelf%3Awrite&" + credentials()),
                400,
                "invalid-scope",
                "invalid_scope");
        refused(
                edge.send(form("/api/acme/auth/token", "grant_type=client_credentials&" + credentials())
                        .header("Authorization", basic())),
                400,
                "invalid-request",
                "invalid_request");
    }

    @Test
    @DisplayName("wrong types, methods, paths and characters")
    void http() throws Exception {
        token("grant_type=%00").isProblem(400, "characters-not-allowed");
        token("x".repeat(17_000)).isProblem(413, "body-too-large");
        edge.send(HttpRequest.newBuilder(edge.uri("/api/acme/auth/token"))
                        .POST(BodyPublishers.ofString("{}"))
                        .header("Content-Type", "application/json"))
                .isProblem(415, "body-type-not-taken");
        Reply get = edge.send(HttpRequest.newBuilder(edge.uri("/api/acme/auth/token")))
                .isProblem(405, "method-not-allowed");
        assertEquals("POST", get.header("Allow"));
        edge.send(form("/api/acme/auth/other", "")).isProblem(404, "path-not-found");
        edge.send(form("/api/acme/auth/token?grant_type=client_credentials", credentials()))
                .isProblem(400, "parameter-unknown");
        edge.send(form("/api/nobody/auth/token", "")).isProblem(404, "tenant-not-found");
    }

    @Test
    @DisplayName("a client ends its own tokens, and nobody else's")
    void revoke() throws Exception {
        String own = token(token("grant_type=client_credentials&" + credentials()));
        refused(
                edge.send(form("/api/acme/auth/revoke", "token=" + own + "&client_id=x&client_secret=y")),
                401,
                "invalid-client",
                "invalid_client");
        assertEquals(200, use(own).status());
        assertEquals(
                200,
                edge.send(form("/api/acme/auth/revoke", "token=" + own).header("Authorization", basic()))
                        .status());
        use(own).isProblem(401, "token-invalid");
        assertEquals(
                200,
                edge.send(form("/api/acme/auth/revoke", "token=" + edge.token() + "&" + credentials()))
                        .status());
        assertEquals(200, edge.get("/books").status());
        assertEquals(
                200,
                edge.send(form("/api/acme/auth/revoke", "token=nonsense&" + credentials()))
                        .status());
        refused(edge.send(form("/api/acme/auth/revoke", credentials())), 400, "invalid-request", "invalid_request");
    }
}
