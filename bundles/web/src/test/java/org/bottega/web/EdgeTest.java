package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EdgeTest {

    private static EdgeServer edge;

    @BeforeAll
    static void open() throws Exception {
        edge = new EdgeServer();
    }

    @AfterAll
    static void close() throws Exception {
        edge.close();
    }

    private static HttpRequest.Builder bare(String path) {
        return HttpRequest.newBuilder(edge.uri(path));
    }

    @Test
    @DisplayName("a permitted request reaches its method, with the caller bound")
    void ok() throws Exception {
        Reply reply = edge.get("/books?title=Ulysses&limit=3&kind=NOVEL&kind=POETRY&from=2026-01-01T01:00:00%2B01:00");
        assertEquals(200, reply.status(), reply.body());
        assertEquals("application/json", reply.header("Content-Type"));
        assertEquals("no-store", reply.header("Cache-Control"));
        assertEquals("Ulysses", reply.json().path("title").asText());
        assertEquals(2, reply.json().path("kinds").size());
        assertEquals("2026-01-01T00:00:00.000Z", reply.json().path("from").asText());
        assertTrue(reply.json().path("caller").asText().startsWith("cl_"), reply.body());
        assertNull(reply.header("Server"));
    }

    @Test
    @DisplayName(
            "of a suspended marketplace everything is refused, tokens and the description too; then all is as before")
    void suspended() throws Exception {
        var platform = edge.platform();
        platform.as(EdgeServer.TENANT, () -> platform.tenants().suspend(EdgeServer.TENANT, "unpaid"));
        try {
            for (String path : new String[] {"shelf/books", "openapi.json", "auth/token", "audit", "nothing"}) {
                Reply reply = edge.send(edge.request("/api/acme/" + path).GET());
                reply.isProblem(403, "tenant-suspended");
                assertTrue(!reply.body().contains("unpaid"), reply.body());
            }
        } finally {
            platform.as(EdgeServer.TENANT, () -> platform.tenants().resume(EdgeServer.TENANT));
        }
        assertEquals(200, edge.get("/books").status());
    }

    @Test
    @DisplayName("a sane request id comes back, any other is replaced")
    void requestId() throws Exception {
        assertEquals(
                "abc-1.2_3",
                edge.send(edge.request("/api/acme/shelf/books").header("X-Request-Id", "abc-1.2_3"))
                        .header("X-Request-Id"));
        assertNotEquals(
                "a b",
                edge.send(edge.request("/api/acme/shelf/books").header("X-Request-Id", "a b"))
                        .header("X-Request-Id"));
    }

    @Test
    @DisplayName("unknown tenant, module that is off, unknown path")
    void notFound() throws Exception {
        edge.send(edge.request("/api/nobody/shelf/books")).isProblem(404, "tenant-not-found");
        edge.send(edge.request("/api/globex/shelf/books")).isProblem(404, "module-not-enabled");
        edge.send(edge.request("/api/acme/nothing/books")).isProblem(404, "module-not-enabled");
        edge.send(edge.request("/api/acme")).isProblem(404, "module-not-enabled");
        edge.get("/nothing").isProblem(404, "path-not-found");
        edge.get("").isProblem(404, "path-not-found");
        edge.get("/books/404").isProblem(404, "book-not-found");
        edge.send(bare("/elsewhere")).isProblem(404, "path-not-found");
        edge.send(bare("/")).isProblem(404, "path-not-found");
    }

    @Test
    @DisplayName("without a token: 401 before anything is told, but anonymous operations")
    void unauthenticated() throws Exception {
        Reply reply = edge.send(bare("/api/acme/shelf/books")).isProblem(401, "token-missing");
        assertEquals("Bearer realm=\"bottega\"", reply.header("WWW-Authenticate"));
        edge.send(bare("/api/acme/shelf/nothing")).isProblem(401, "token-missing");
        edge.send(bare("/api/acme/shelf/books").DELETE()).isProblem(401, "token-missing");
        edge.send(bare("/api/acme/shelf/books").POST(BodyPublishers.ofString("{")))
                .isProblem(401, "token-missing");
        Reply link = edge.send(bare("/api/acme/shelf/links/xyz"));
        assertEquals(200, link.status(), link.body());
        assertEquals("ANONYMOUS", link.json().path("kind").asText());
    }

    @Test
    @DisplayName("a wrong token, another tenant's and another scheme are 401 everywhere")
    void wrongToken() throws Exception {
        for (String header : new String[] {"Bearer nope", "Bearer ", "Basic YTpi", "Bearer " + "x".repeat(600)}) {
            edge.send(bare("/api/acme/shelf/books").header("Authorization", header))
                    .isProblem(401, "token-invalid");
            edge.send(bare("/api/acme/shelf/links/x").header("Authorization", header))
                    .isProblem(401, "token-invalid");
        }
        edge.platform().enable("globex", "shelf");
        Reply foreign = edge.send(edge.request("/api/globex/shelf/books")).isProblem(401, "token-invalid");
        assertTrue(foreign.header("WWW-Authenticate").contains("invalid_token"));
        edge.platform().as("globex", () -> edge.platform().modules().disable("shelf"));
    }

    @Test
    @DisplayName("without the permission: 403, before the body is looked at")
    void forbidden() throws Exception {
        String reader = edge.token("shelf:read");
        edge.send(bare("/api/acme/shelf/books")
                        .header("Authorization", "bearer " + reader)
                        .POST(BodyPublishers.ofString("{")))
                .isProblem(403, "permission-missing");
        assertEquals(
                200,
                edge.send(bare("/api/acme/shelf/books").header("Authorization", "bearer " + reader))
                        .status());
    }

    /** What a 405 says that is allowed. */
    private static String notTaken(String path, String method) throws Exception {
        return edge.send(edge.request(path).method(method, BodyPublishers.noBody()))
                .isProblem(405, "method-not-allowed")
                .header("Allow");
    }

    @Test
    @DisplayName("wrong method, wrong body type, wrong answer type")
    void http() throws Exception {
        Reply wrong = edge.send(edge.request("/api/acme/shelf/books").DELETE()).isProblem(405, "method-not-allowed");
        assertEquals("GET, HEAD, POST", wrong.header("Allow"));
        assertEquals("GET, HEAD", notTaken("/api/acme/shelf/books/1", "POST"));
        assertEquals("GET, HEAD, POST", notTaken("/api/acme/shelf/books", "TRACE"));
        assertEquals("GET, HEAD", notTaken("/api/acme/shelf/books/1", "OPTIONS"));
        assertEquals("GET, HEAD, POST", notTaken("/api/acme/roles", "PUT"));
        assertEquals("GET, HEAD", notTaken("/api/acme/openapi.json", "OPTIONS"));
        edge.send(edge.request("/api/acme/shelf/nothing").method("OPTIONS", BodyPublishers.noBody()))
                .isProblem(404, "path-not-found");
        edge.send(bare("/api/acme/shelf/books").method("OPTIONS", BodyPublishers.noBody()))
                .isProblem(401, "token-missing");
        edge.send(edge.request("/api/acme/shelf/books")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{}")))
                .isProblem(415, "body-type-not-taken");
        edge.send(edge.request("/api/acme/shelf/books")
                        .header("Content-Type", "nonsense")
                        .POST(BodyPublishers.ofString("{}")))
                .isProblem(415, "body-type-not-taken");
        edge.send(edge.request("/api/acme/shelf/books")
                        .header("Content-Type", "application/json; charset=klingon")
                        .POST(BodyPublishers.ofString("{}")))
                .isProblem(415, "body-type-not-taken");
        edge.send(edge.request("/api/acme/shelf/books").header("Accept", "text/html"))
                .isProblem(406, "answer-type-not-offered");
        assertEquals(
                200,
                edge.send(edge.request("/api/acme/shelf/books").header("Accept", "*/*;q=0.1"))
                        .status());
    }

    @Test
    @DisplayName("HEAD answers like GET, without a body")
    void head() throws Exception {
        Reply reply = edge.send(edge.request("/api/acme/shelf/books").method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, reply.status());
        assertEquals("", reply.body());
        assertTrue(Integer.parseInt(reply.header("Content-Length")) > 10);
    }

    @Test
    @DisplayName("an unexpected failure is 500 with a reference and nothing else")
    void unexpected() throws Exception {
        Reply reply = edge.get("/boom").isProblem(500, "unexpected-failure");
        assertEquals(16, reply.json().path("reference").asText().length());
        assertTrue(!reply.body().contains("secret"), reply.body());
        edge.get("/checked").isProblem(500, "unexpected-failure");
    }
}
