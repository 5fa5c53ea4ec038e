package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HeadersTest {

    private static EdgeServer trusting;
    private static EdgeServer wary;

    @BeforeAll
    static void open() throws Exception {
        trusting = new EdgeServer(TestDatabase.Kind.usual(), TestConfig.limits(0, 0, 0, "127.0.0.1, ::1"));
        wary = new EdgeServer();
    }

    @AfterAll
    static void close() throws Exception {
        trusting.close();
        wary.close();
    }

    @Test
    @DisplayName("every answer forbids guessing, running, keeping and telling")
    void security() throws Exception {
        for (String path : new String[] {"/api/acme/shelf/books", "/api/nobody/x", "/health/live", "/elsewhere"}) {
            Reply reply = wary.send(wary.request(path));
            assertEquals("nosniff", reply.header("X-Content-Type-Options"), path);
            assertEquals("no-referrer", reply.header("Referrer-Policy"), path);
            assertEquals("no-store", reply.header("Cache-Control"), path);
            assertTrue(reply.header("Content-Security-Policy").startsWith("default-src 'none'"), path);
            assertNull(reply.header("Server"), path);
            assertNull(reply.header("Strict-Transport-Security"), path);
        }
    }

    @Test
    @DisplayName("browsers are told to stay with HTTPS by answers to requests that came by it")
    void transport() throws Exception {
        HttpRequest.Builder https = trusting.request("/api/acme/shelf/books").header("X-Forwarded-Proto", "https");
        assertEquals("max-age=31536000", trusting.send(https).header("Strict-Transport-Security"));
        HttpRequest.Builder http = trusting.request("/api/acme/shelf/books").header("X-Forwarded-Proto", "http");
        assertNull(trusting.send(http).header("Strict-Transport-Security"));
        HttpRequest.Builder said = wary.request("/api/acme/shelf/books").header("X-Forwarded-Proto", "https");
        assertNull(wary.send(said).header("Strict-Transport-Security"));
    }

    @Test
    @DisplayName("two proofs of who it is are 400, whichever is right")
    void twoProofs() throws Exception {
        wary.send(wary.request("/api/acme/shelf/books").header("Authorization", "Bearer other"))
                .isProblem(400, "header-repeated");
        wary.send(wary.request("/api/acme/auth/token")
                        .header("Authorization", "Basic YTpi")
                        .POST(BodyPublishers.ofString("")))
                .isProblem(400, "header-repeated");
    }

    @Test
    @DisplayName("a packed body is 415 and changes nothing; one as it is is taken")
    void packed() throws Exception {
        int before = wary.shelf().changes().runs();
        wary.send(wary.json("/slow", "{\"text\":\"packed\"}").header("Content-Encoding", "gzip"))
                .isProblem(415, "body-encoding-not-taken");
        assertEquals(before, wary.shelf().changes().runs());
        assertEquals(
                200,
                wary.send(wary.json("/empty", "{}").header("Content-Encoding", "identity"))
                        .status());
    }
}
