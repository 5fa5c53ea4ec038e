package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StepsTest extends IdempotencyBase {

    @Test
    @DisplayName("in steps: a key is needed; the answer is told again")
    void steps() throws Exception {
        edge.post("/steps", "{\"text\":\"x\"}").isProblem(400, "idempotency-key-required");
        assertEquals(202, edge.post("/steps", "{\"text\":\"x\"}", own("k")).status());
        Reply again = edge.post("/steps", "{\"text\":\"x\"}", own("k"));
        assertEquals(202, again.status());
        assertEquals("true", again.header("Idempotency-Replayed"));
        assertEquals("/api/acme/shelf/steps/" + own("k"), again.header("Location"));
        edge.post("/steps", "{\"text\":\"y\"}", own("k")).isProblem(422, "idempotency-key-reused");
        assertEquals(1, runs());
    }

    @Test
    @DisplayName("in steps: after a crash the record is open, binds the body, and the repetition goes on")
    void stepsAfterCrash() throws Exception {
        edge.post("/steps", "{\"text\":\"crash\"}", own("k")).isProblem(500, "unexpected-failure");
        assertTrue(exists(own("k")));
        assertEquals(List.of("OPEN"), states());
        edge.post("/steps", "{\"text\":\"other\"}", own("k")).isProblem(422, "idempotency-key-reused");
        Reply again = edge.post("/steps", "{\"text\":\"crash\"}", own("k"));
        assertEquals(202, again.status(), again.body());
        assertNull(again.header("Idempotency-Replayed"));
        assertEquals(List.of("DONE"), states());
        assertEquals(1, runs());
    }

    @Test
    @DisplayName("in steps: a refusal leaves no record")
    void stepsRefused() throws Exception {
        edge.post("/steps", "{\"text\":\"refuse\"}", own("k")).isProblem(409, "shelf-full");
        assertEquals(List.of(), states());
    }
}
