package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.net.http.HttpRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A part of the platform goes away under requests. */
class ReplacedTest {

    private EdgeServer edge;

    @BeforeEach
    void open() throws Exception {
        edge = new EdgeServer();
    }

    @AfterEach
    void close() throws Exception {
        edge.close();
    }

    @Test
    @DisplayName("the edge goes when running requests have ended; newcomers are told 503")
    void drained() throws Exception {
        CountDownLatch gate = edge.shelf().changes().hold();
        CompletableFuture<Reply> running = CompletableFuture.supplyAsync(this::slow);
        edge.shelf().changes().awaitEntered();
        CompletableFuture<Void> gone = CompletableFuture.runAsync(edge.api()::drain);
        Awaitility.await().until(() -> edge.get("/books").status() == 503);
        Reply refused = edge.get("/books").isProblem(503, "platform-unavailable");
        assertEquals("2", refused.header("Retry-After"));
        assertFalse(gone.isDone());
        gate.countDown();
        gone.get(5, TimeUnit.SECONDS);
        assertEquals(200, running.get(5, TimeUnit.SECONDS).status());
    }

    private Reply slow() {
        try {
            return edge.post("/slow", "{\"text\":\"s1\"}");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("what another servlet answers is never called unknown: that servlet is away")
    void noServlet() throws Exception {
        Jetty bare = new Jetty();
        bare.add(new org.bottega.web.edge.RootServlet(), "/*");
        bare.start();
        try {
            for (String path : new String[] {"/api/acme/shelf/books", "/t/acme/password/forgot", "/metrics"}) {
                assertEquals(
                        "2",
                        reply(bare, path).isProblem(503, "platform-unavailable").header("Retry-After"));
            }
            for (String path : new String[] {"/health/ready", "/password/forgot"}) {
                reply(bare, path).isProblem(503, "platform-unavailable");
            }
            for (String path : new String[] {"/", "/apis", "/metrics/x", "/tea"}) {
                reply(bare, path).isProblem(404, "path-not-found");
            }
        } finally {
            bare.stop();
        }
    }

    private Reply reply(Jetty server, String path) throws Exception {
        return edge.send(HttpRequest.newBuilder(java.net.URI.create("http://127.0.0.1:" + server.port() + path)));
    }
}
