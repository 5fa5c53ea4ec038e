package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private EdgeServer edge;

    private void open(String token) throws Exception {
        edge = new EdgeServer(TestDatabase.Kind.usual(), new TestConfig(0, 0, 0, token));
    }

    @AfterEach
    void close() throws Exception {
        edge.close();
    }

    private HttpRequest.Builder metrics() {
        return HttpRequest.newBuilder(edge.uri("/metrics"));
    }

    @Test
    @DisplayName("requests by operation and class of status, figures of others, the Java machine; no tenant, no path")
    void figures() throws Exception {
        open("");
        edge.get("/books");
        edge.get("/books");
        edge.get("/books/404");
        edge.get("/nothing");
        edge.send(HttpRequest.newBuilder(edge.uri("/api/some-tenant/x/y")));
        Reply reply = edge.send(metrics());
        assertEquals(200, reply.status(), reply.body());
        assertTrue(reply.header("Content-Type").startsWith("text/plain"));
        String text = reply.body();
        String count = "bottega_http_request_duration_seconds_count{module=\"";
        assertTrue(text.contains(count + "shelf\",operation=\"shelf.list\",status=\"2xx\"} 2"), text);
        assertTrue(text.contains(count + "shelf\",operation=\"shelf.one\",status=\"4xx\"} 1"), text);
        assertTrue(text.contains(count + "shelf\",operation=\"shelf\",status=\"4xx\"} 1"), text);
        assertTrue(text.contains(count + "none\",operation=\"none\",status=\"4xx\"} 1"), text);
        assertTrue(text.contains("bottega_probe{kind=\"a\\\"b\"} 7.0"), text);
        for (String name :
                new String[] {"jvm_memory_bytes{area=\"heap\"", "jvm_threads", "jvm_gc_runs", "bottega_build"}) {
            assertTrue(text.contains("\n" + name), name);
        }
        assertFalse(text.contains("acme") || text.contains("some-tenant") || text.contains("nothing"), text);
    }

    @Test
    @DisplayName("without a token for this machine only, and not through a proxy on it")
    void local() throws Exception {
        open("");
        assertEquals(200, edge.send(metrics()).status());
        edge.send(metrics().header("X-Forwarded-For", "1.2.3.4")).isProblem(404, "path-not-found");
        edge.send(metrics().header("Forwarded", "for=1.2.3.4")).isProblem(404, "path-not-found");
        edge.send(metrics().DELETE()).isProblem(404, "path-not-found");
    }

    @Test
    @DisplayName("with a token for who shows it")
    void token() throws Exception {
        open("secret");
        edge.send(metrics()).isProblem(404, "path-not-found");
        edge.send(metrics().header("Authorization", "Bearer secre")).isProblem(404, "path-not-found");
        Reply shown =
                edge.send(metrics().header("Authorization", "Bearer secret").header("X-Forwarded-For", "1.2.3.4"));
        assertEquals(200, shown.status());
    }
}
