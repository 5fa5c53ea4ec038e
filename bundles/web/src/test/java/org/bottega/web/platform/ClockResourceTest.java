package org.bottega.web.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.bottega.core.testing.TestPlatform;
import org.bottega.web.EdgeServer;
import org.bottega.web.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The clock over REST")
class ClockResourceTest {

    private static EdgeServer edge;
    private static TestPlatform platform;
    private static String toy;
    private static String live;

    @BeforeAll
    static void open() throws Exception {
        edge = new EdgeServer();
        platform = edge.platform();
        platform.newSandbox("toy");
        toy = token("toy");
        live = token("acme");
    }

    @AfterAll
    static void close() throws Exception {
        edge.close();
    }

    private static String token(String tenant) {
        var made = platform.as(tenant, () -> platform.core().clients().create("test", null, Set.of("core:clock")));
        return platform.core()
                .tokens()
                .issue(tenant, made.client().id(), made.secret(), Set.of())
                .orElseThrow()
                .token();
    }

    private static Reply get(String tenant, String token) throws Exception {
        return edge.send(HttpRequest.newBuilder(edge.uri("/api/" + tenant + "/clock"))
                .header("Authorization", "Bearer " + token));
    }

    private static Reply advance(String tenant, String token, String body) throws Exception {
        return edge.send(HttpRequest.newBuilder(edge.uri("/api/" + tenant + "/clock/advance"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    @DisplayName("is moved behind the scenes, and asked how far it is")
    void moves() throws Exception {
        Instant start = platform.clock().instant();
        JsonNode before = get("toy", toy).json();
        assertEquals(
                start.toEpochMilli(), Instant.parse(before.path("now").asText()).toEpochMilli());
        assertTrue(before.path("movable").asBoolean());
        assertTrue(before.path("move").isNull());

        Reply begun = advance("toy", toy, "{\"by\":\"P3D\"}");
        assertEquals(202, begun.status(), begun.body());
        assertEquals("MOVING", begun.json().path("move").path("state").asText());
        advance("toy", toy, "{\"by\":\"P3D\"}").isProblem(409, "clock-moving");
        platform.moves();

        JsonNode after = get("toy", toy).json();
        assertEquals("DONE", after.path("move").path("state").asText());
        assertEquals(0, after.path("move").path("failures").size());
        assertEquals(
                start.plus(Duration.ofDays(3)), Instant.parse(after.path("now").asText()));
        assertEquals(start, Instant.parse(after.path("real").asText()));
        advance("toy", toy, "{\"to\":\"" + start + "\"}").isProblem(400, "clock-backward");
    }

    @Test
    @DisplayName("is moved by one of two, and a live one never")
    void refusals() throws Exception {
        advance("toy", toy, "{}").isProblem(400, "by-or-to");
        advance("toy", toy, "{\"by\":\"P3D\",\"to\":\"2030-01-01T00:00:00Z\"}").isProblem(400, "by-or-to");
        advance("toy", toy, "{\"by\":\"soon\"}").isProblem(400, "span-invalid");
        advance("toy", toy, "{\"to\":\"9999-01-01T00:00:00Z\"}").isProblem(400, "clock-too-far");
        advance("acme", live, "{\"by\":\"P3D\"}").isProblem(409, "clock-not-movable");
        assertFalse(get("acme", live).json().path("movable").asBoolean());
        edge.send(HttpRequest.newBuilder(edge.uri("/api/acme/clock"))
                        .header("Authorization", "Bearer " + edge.token("core:audit")))
                .isProblem(403, "permission-missing");
    }
}
