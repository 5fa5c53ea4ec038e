package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LimitTest {

    /** One request comes back every six seconds: none in the time that a test takes. */
    private static final int SLOW = 10;

    private EdgeServer edge;

    private void open(TestConfig config) throws Exception {
        edge = new EdgeServer(TestDatabase.Kind.usual(), config);
    }

    @AfterEach
    void close() throws Exception {
        edge.close();
    }

    private HttpRequest.Builder bare(String path) {
        return HttpRequest.newBuilder(edge.uri(path));
    }

    private Reply from(String address, String path) throws Exception {
        return edge.send(bare(path).header("X-Forwarded-For", address));
    }

    @Test
    @DisplayName("as many requests as the limit says, and the next is 429; another client is not held back")
    void caller() throws Exception {
        open(TestConfig.limits(SLOW, 3, 0));
        for (int left = 2; left >= 0; left--) {
            Reply reply = edge.get("/books");
            assertEquals(200, reply.status(), reply.body());
            assertEquals("\"client\";q=3;w=18", reply.header("RateLimit-Policy"));
            assertTrue(reply.header("RateLimit").startsWith("\"client\";r=" + left + ";t="), reply.header("RateLimit"));
        }
        Reply refused = edge.get("/books").isProblem(429, "rate-limited");
        int wait = Integer.parseInt(refused.header("Retry-After"));
        assertTrue(wait >= 1 && wait <= 6, wait + " s");
        assertTrue(refused.header("RateLimit").startsWith("\"client\";r=0;t="));
        assertEquals(0, edge.shelf().changes().runs());
        edge.post("/empty", "{}").isProblem(429, "rate-limited");
        assertEquals(
                200,
                edge.send(bare("/api/acme/shelf/books").header("Authorization", "Bearer " + edge.token("shelf:read")))
                        .status());
    }

    @Test
    @DisplayName("two tokens of one client are one client; a refusal of the module counts, one by the limit does not")
    void oneClient() throws Exception {
        open(TestConfig.limits(SLOW, 2, 0));
        var made = edge.platform().as("acme", () -> edge.platform()
                .core()
                .clients()
                .create("two tokens", null, java.util.Set.of("shelf:read")));
        String[] tokens = new String[2];
        for (int i = 0; i < 2; i++) {
            tokens[i] = edge.platform()
                    .core()
                    .tokens()
                    .issue("acme", made.client().id(), made.secret(), java.util.Set.of())
                    .orElseThrow()
                    .token();
            edge.send(bare("/api/acme/shelf/nothing").header("Authorization", "Bearer " + tokens[i]))
                    .isProblem(404, "path-not-found");
        }
        edge.send(bare("/api/acme/shelf/books").header("Authorization", "Bearer " + tokens[0]))
                .isProblem(429, "rate-limited");
    }

    @Test
    @DisplayName("strangers are counted by address: public operations, tokens, wrong tokens, the document")
    void strangers() throws Exception {
        open(TestConfig.limits(1000, 0, 60, "127.0.0.0/8", "10.0.0.0/8"));
        for (int i = 0; i < 10; i++) {
            assertEquals(200, from("1.2.3.4", "/api/acme/shelf/links/x").status());
        }
        from("1.2.3.4", "/api/acme/shelf/links/x").isProblem(429, "rate-limited");
        from("1.2.3.4", "/api/acme/openapi.json").isProblem(429, "rate-limited");
        from("1.2.3.4", "/api/nobody/shelf/links/x").isProblem(429, "rate-limited");
        edge.send(bare("/api/acme/auth/token")
                        .header("X-Forwarded-For", "1.2.3.4")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials")))
                .isProblem(429, "rate-limited");
        edge.send(bare("/api/acme/shelf/books")
                        .header("X-Forwarded-For", "1.2.3.4")
                        .header("Authorization", "Bearer wrong"))
                .isProblem(429, "rate-limited");
        assertEquals(
                200,
                edge.send(edge.request("/api/acme/shelf/books").header("X-Forwarded-For", "1.2.3.4"))
                        .status(),
                "who is known is not counted by address");
        assertEquals(200, from("1.2.3.5", "/api/acme/shelf/links/x").status());
        assertEquals(
                200,
                from("1.2.3.4, 9.9.9.9, 10.1.1.1", "/api/acme/shelf/links/x").status());
        from("9.9.9.9, 1.2.3.4, 10.1.1.1", "/api/acme/shelf/links/x").isProblem(429, "rate-limited");
    }

    @Test
    @DisplayName("what nobody trusted says of where it comes from is not believed")
    void spoofed() throws Exception {
        open(TestConfig.limits(1000, 0, 6));
        assertEquals(200, from("1.1.1.1", "/api/acme/shelf/links/x").status());
        from("2.2.2.2", "/api/acme/shelf/links/x").isProblem(429, "rate-limited");
    }

    @Test
    @DisplayName("a marketplace can allow its callers less, not more")
    void policy() throws Exception {
        open(TestConfig.limits(600, 20, 0));
        set(Map.of("requestsPerMinute", SLOW, "burst", 2));
        assertEquals("\"client\";q=2;w=12", edge.get("/books").header("RateLimit-Policy"));
        assertEquals(200, edge.get("/books").status());
        edge.get("/books").isProblem(429, "rate-limited");
        set(Map.of("requestsPerMinute", 100_000, "burst", 100_000));
        assertEquals("\"client\";q=20;w=2", edge.get("/books").header("RateLimit-Policy"));
    }

    private void set(Map<String, Integer> values) {
        edge.platform().as("acme", () -> edge.platform().core().policyDesk().set("core.rate", null, values, null));
    }

    @Test
    @DisplayName("without a limit nothing is counted")
    void none() throws Exception {
        open(TestConfig.limits(0, 0, 10));
        assertNull(edge.get("/books").header("RateLimit"));
        for (int i = 0; i < 20; i++) {
            assertEquals(200, from("1.1.1.1", "/api/acme/shelf/links/x").status());
        }
    }
}
