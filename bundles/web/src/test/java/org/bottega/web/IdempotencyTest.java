package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class IdempotencyTest extends IdempotencyBase {

    private String book() {
        return "{\"title\":\"" + own("b") + "\",\"author\":{\"name\":\"A\"},\"pages\":1}";
    }

    @Test
    @DisplayName("the same wish again gets the same answer and nothing is done twice")
    void replay() throws Exception {
        Reply first = edge.post("/books", book(), "k1");
        assertEquals(201, first.status(), first.body());
        assertNull(first.header("Idempotency-Replayed"));
        Reply again = edge.post("/books", book(), "k1");
        assertEquals(201, again.status());
        assertEquals(first.body(), again.body());
        assertEquals(first.header("Location"), again.header("Location"));
        assertEquals(first.header("Content-Type"), again.header("Content-Type"));
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals(1, runs());
        assertEquals(List.of("DONE"), states());
    }

    @Test
    @DisplayName("another body, path or query under the same key is refused")
    void reused() throws Exception {
        edge.post("/books", book(), "k1");
        edge.post("/books", book().replace(own("b"), own("c")), "k1").isProblem(422, "idempotency-key-reused");
        edge.post("/empty", book(), "k1").isProblem(400, "field-unknown");
        edge.post("/empty", "{}", "k1").isProblem(422, "idempotency-key-reused");
        assertEquals(1, runs());
    }

    @Test
    @DisplayName("another caller's key is another key")
    void otherCaller() throws Exception {
        edge.post("/empty", "{\"text\":\"1\"}", "k1");
        Reply other = edge.send(edge.json("/empty", "{\"text\":\"2\"}")
                .setHeader("Authorization", "Bearer " + edge.token("shelf:write"))
                .header("Idempotency-Key", "k1"));
        assertEquals("2", other.json().path("text").asText(), other.body());
    }

    @Test
    @DisplayName("a concurrent repetition is refused, a later one is answered")
    void concurrent() throws Exception {
        CountDownLatch gate = edge.shelf().changes().hold();
        CompletableFuture<Reply> first = CompletableFuture.supplyAsync(() -> {
            try {
                return edge.post("/slow", "{\"text\":\"" + own("s") + "\"}", "k1");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        edge.shelf().changes().awaitEntered();
        Reply second =
                edge.post("/slow", "{\"text\":\"" + own("s") + "\"}", "k1").isProblem(409, "idempotency-in-flight");
        assertEquals("1", second.header("Retry-After"));
        gate.countDown();
        assertEquals(200, first.get().status());
        assertEquals(
                "true",
                edge.post("/slow", "{\"text\":\"" + own("s") + "\"}", "k1").header("Idempotency-Replayed"));
        assertEquals(1, runs());
    }

    @Test
    @DisplayName("a refusal or failure undoes the effect and leaves no record; the key stays good")
    void refusals() throws Exception {
        edge.post("/thrown-refusal", "{\"text\":\"r1\"}", "k1").isProblem(409, "shelf-full");
        assertEquals(
                409, edge.post("/returned-refusal", "{\"text\":\"r2\"}", "k2").status());
        edge.post("/crash", "{\"text\":\"r3\"}", "k3").isProblem(500, "unexpected-failure");
        assertEquals(409, edge.post("/returned-refusal", "{\"text\":\"r4\"}").status());
        for (String id : List.of("r1", "r2", "r3", "r4")) {
            assertFalse(exists(id), id);
        }
        assertEquals(List.of(), states());
        assertEquals(4, runs());
        assertEquals(201, edge.post("/books", book(), "k1").status());
    }

    @Test
    @DisplayName("without a key the work is done in one unit of work, every time")
    void noKey() throws Exception {
        assertEquals(201, edge.post("/books", book()).status());
        edge.post("/books", book()).isProblem(409, "seller-exists");
        assertTrue(exists(own("b")));
        assertEquals(List.of(), states());
    }

    @Test
    @DisplayName("keys of 1 to 255 visible ASCII characters, one of them")
    void keys() throws Exception {
        assertEquals(200, edge.post("/empty", "{}", "k".repeat(255)).status());
        edge.post("/empty", "{}", "k".repeat(256)).isProblem(400, "idempotency-key-invalid");
        edge.post("/empty", "{}", "a b").isProblem(400, "idempotency-key-invalid");
        edge.post("/empty", "{}", "").isProblem(400, "idempotency-key-invalid");
        edge.send(edge.json("/empty", "{}").header("Idempotency-Key", "a").header("Idempotency-Key", "b"))
                .isProblem(400, "idempotency-key-invalid");
        assertEquals(200, edge.post("/empty", "{}", "!~").status());
    }

    @Test
    @DisplayName("large bodies are replayed and compared like small ones")
    void large() throws Exception {
        byte[] body = new byte[50_000];
        assertEquals(50_000, upload(body, "k1").json().path("bytes").asInt());
        assertEquals("true", upload(body, "k1").header("Idempotency-Replayed"));
        body[49_999] = 1;
        upload(body, "k1").isProblem(422, "idempotency-key-reused");
        assertEquals(1, runs());
    }

    private Reply upload(byte[] body, String key) throws Exception {
        return edge.send(edge.request("/api/acme/shelf/upload")
                .header("Idempotency-Key", key)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    @Test
    @DisplayName("ten tellings at once: the work is done once, and nobody is told anything else")
    void race() throws Exception {
        String body = "{\"text\":\"" + own("r") + "\"}";
        List<CompletableFuture<Reply>> tellings = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            tellings.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return edge.post("/slow", body, "k1");
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        for (CompletableFuture<Reply> telling : tellings) {
            Reply reply = telling.get();
            assertTrue(reply.status() == 200 || reply.status() == 409, reply.body());
            assertTrue(reply.status() == 200 || reply.body().contains("idempotency-in-flight"), reply.body());
        }
        assertEquals(1, runs());
        assertEquals(List.of("DONE"), states());
    }
}
