package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import org.awaitility.Awaitility;
import org.bottega.api.spi.Permission;
import org.bottega.api.spi.RestResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PublisherTest {

    private EdgeServer edge;

    @BeforeEach
    void open() throws Exception {
        edge = new EdgeServer();
    }

    @AfterEach
    void close() throws Exception {
        edge.close();
    }

    private boolean isServed(String module) {
        return edge.publisher().served().stream().anyMatch(one -> one.module().equals(module));
    }

    private interface Sending {
        Reply send() throws Exception;
    }

    private static CompletableFuture<Reply> later(Sending sending) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return sending.send();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    @Test
    @DisplayName("a module that is on but away: 503 with Retry-After, after a short wait")
    void away() throws Exception {
        edge.publisher().removeResource(edge.shelf());
        long start = System.nanoTime();
        Reply reply = edge.get("/books").isProblem(503, "module-unavailable");
        long waited = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertEquals("2", reply.header("Retry-After"));
        assertTrue(waited >= 1900 && waited < 4000, waited + " ms");
    }

    @Test
    @DisplayName("an update under way: running requests end, new ones wait for the new server, none fails")
    void update() throws Exception {
        CountDownLatch gate = edge.shelf().changes().hold();
        CompletableFuture<Reply> running = later(() -> edge.post("/slow", "{\"text\":\"s1\"}"));
        edge.shelf().changes().awaitEntered();
        CompletableFuture<Void> removal =
                CompletableFuture.runAsync(() -> edge.publisher().removeResource(edge.shelf()));
        Awaitility.await().until(() -> !isServed("shelf"));
        assertFalse(removal.isDone());
        CompletableFuture<Reply> newcomer = later(() -> edge.get("/books"));
        gate.countDown();
        removal.get(5, TimeUnit.SECONDS);
        assertEquals(200, running.get(5, TimeUnit.SECONDS).status());
        assertFalse(newcomer.isDone());
        edge.publisher().addResource(edge.shelf());
        assertEquals(200, newcomer.get(5, TimeUnit.SECONDS).status());
    }

    @Test
    @DisplayName("waiting for a module that is away never takes all threads from the others")
    void crowd() throws Exception {
        edge.platform().module(Gone.INFO_ONLY);
        edge.platform().enable("acme", "gone");
        CompletableFuture<?>[] waiting = new CompletableFuture<?>[150];
        for (int i = 0; i < waiting.length; i++) {
            waiting[i] = later(() -> edge.send(edge.request("/api/acme/gone/x")));
        }
        assertEquals(200, edge.get("/books").status());
        CompletableFuture.allOf(waiting).get(60, TimeUnit.SECONDS);
        for (CompletableFuture<?> one : waiting) {
            assertEquals(503, ((Reply) one.get()).status());
        }
    }

    @Test
    @DisplayName("a second server of the same module takes over when the first has gone")
    void twice() throws Exception {
        Shelf second = new Shelf(edge.platform());
        edge.publisher().addResource(second);
        assertEquals(200, edge.get("/books").status());
        edge.publisher().removeResource(edge.shelf());
        assertEquals(200, edge.get("/books").status());
        edge.publisher().removeResource(second);
        assertFalse(isServed("shelf"));
    }

    @Test
    @DisplayName("a module with an operation that says not who may call it is not served at all")
    void unsaid() {
        edge.publisher().addResource(new Gone("unsaid", new Unsaid()));
        edge.publisher().addResource(new Gone("locator", new Locator()));
        assertFalse(isServed("unsaid") || isServed("locator"));
        assertTrue(isServed("shelf"));
    }

    @Test
    @DisplayName("readiness follows the edge and its checks")
    void health() throws Exception {
        Duration soon = Duration.ofSeconds(5);
        assertEquals("up", ready().json().path("status").asText());
        edge.health().addCheck(new Sick());
        Reply sick = ready();
        assertEquals(503, sick.status());
        assertEquals("tired", sick.json().path("failures").path("sick").asText());
        assertEquals(
                200,
                edge.send(java.net.http.HttpRequest.newBuilder(edge.uri("/health/live"))
                                .timeout(soon))
                        .status());
        edge.send(java.net.http.HttpRequest.newBuilder(edge.uri("/health/other")))
                .isProblem(404, "path-not-found");
    }

    private Reply ready() throws Exception {
        return edge.send(java.net.http.HttpRequest.newBuilder(edge.uri("/health/ready")));
    }

    /** A check that fails. */
    static final class Sick implements org.bottega.api.spi.HealthCheck {
        @Override
        public String name() {
            return "sick";
        }

        @Override
        public java.util.Optional<String> failure() {
            return java.util.Optional.of("tired");
        }
    }

    /** A module of one resource. */
    record Gone(String module, Object resource) implements RestResource {
        static final org.bottega.api.spi.BusinessModule INFO_ONLY =
                () -> new org.bottega.api.spi.ModuleInfo("gone", "Gone", "1.0.0", Set.of(), Set.of());

        @Override
        public Set<Object> resources() {
            return Set.of(resource);
        }
    }

    /** Half of it says who may call. */
    @Path("x")
    public static final class Unsaid {
        @GET
        @Permission("gone:read")
        public String said() {
            return "";
        }

        @GET
        @Path("y")
        public String unsaid() {
            return "";
        }
    }

    /** Leads to what cannot be checked. */
    @Path("x")
    public static final class Locator {
        @Path("y")
        @Permission("gone:read")
        public Unsaid locate() {
            return new Unsaid();
        }
    }
}
