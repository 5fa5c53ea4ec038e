package org.bottega.web.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bottega.core.testing.TestPlatform;
import org.bottega.web.EdgeServer;
import org.bottega.web.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AuditResourceTest {

    private static EdgeServer edge;
    private static String token;

    @BeforeAll
    static void open() throws Exception {
        edge = new EdgeServer();
        token = edge.token("core:audit");
        TestPlatform platform = edge.platform();
        platform.newSeller("acme", "anna");
        for (String thing : new String[] {"t1", "t2", "t3"}) {
            platform.as("acme", () -> record(thing));
        }
        platform.asSeller("acme", "anna", () -> record("hers"));
        platform.as("globex", () -> record("theirs"));
    }

    private static void record(String subject) {
        edge.platform().unitOfWork().run(() -> edge.platform().audit().record("thing.change", subject, Map.of("n", 1)));
    }

    @AfterAll
    static void close() throws Exception {
        edge.close();
    }

    private static Reply get(String query) throws Exception {
        return edge.send(
                HttpRequest.newBuilder(edge.uri("/api/acme/audit" + query)).header("Authorization", "Bearer " + token));
    }

    private static List<String> subjects(Reply reply) {
        assertEquals(200, reply.status(), reply.body());
        List<String> found = new ArrayList<>();
        reply.json()
                .path("items")
                .forEach(line -> found.add(line.path("subject").asText()));
        return found;
    }

    @Test
    @DisplayName("a line tells who did what to what, when")
    void line() throws Exception {
        JsonNode line = get("?subject=t1").json().path("items").path(0);
        assertEquals("thing.change", line.path("action").asText(), line.toString());
        assertEquals("OPERATOR", line.path("actor").path("kind").asText());
        assertEquals("test", line.path("actor").path("id").asText());
        assertEquals(1, line.path("details").path("n").asInt());
        assertTrue(line.path("seller").isNull());
        assertEquals(
                edge.platform().clock().instant(),
                java.time.Instant.parse(line.path("at").asText()));
    }

    @Test
    @DisplayName("filters and pages; other marketplaces' lines are never among them")
    void list() throws Exception {
        assertEquals(List.of("hers", "t3", "t2", "t1"), subjects(get("?action=thing.change")));
        Reply first = get("?action=thing.change&limit=3");
        assertEquals(List.of("hers", "t3", "t2"), subjects(first));
        String next = first.json().path("next").asText();
        Reply last = get("?action=thing.change&limit=3&cursor=" + next);
        assertEquals(List.of("t1"), subjects(last));
        assertTrue(last.json().path("next").isNull());
        get("?limit=3&cursor=" + next).isProblem(400, "cursor-invalid");
        assertEquals(List.of("hers"), subjects(get("?action=thing.change&actor=staff-anna")));
        String now = edge.platform().clock().instant().toString();
        assertEquals(4, subjects(get("?action=thing.change&from=" + now)).size());
        assertEquals(List.of(), subjects(get("?action=thing.change&to=" + now)));
        get("?from=yesterday").isProblem(400, "parameter-invalid");
        get("?nonsense=1").isProblem(400, "parameter-unknown");
        get("?limit=501").isProblem(400, "limit-out-of-range");
    }

    @Test
    @DisplayName("a caller confined to a seller sees what that seller's people did, and cannot use another's cursor")
    void confined() throws Exception {
        String hers = edge.tokenOf("anna", "core:audit");
        Reply reply = edge.send(HttpRequest.newBuilder(edge.uri("/api/acme/audit?action=thing.change"))
                .header("Authorization", "Bearer " + hers));
        assertEquals(List.of("hers"), subjects(reply));
        String next = get("?limit=1").json().path("next").asText();
        edge.send(HttpRequest.newBuilder(edge.uri("/api/acme/audit?limit=1&cursor=" + next))
                        .header("Authorization", "Bearer " + hers))
                .isProblem(400, "cursor-invalid");
    }

    @Test
    @DisplayName("the permission is core:audit")
    void permission() throws Exception {
        Set<String> others = Set.of("core:users", "shelf:read");
        edge.send(HttpRequest.newBuilder(edge.uri("/api/acme/audit"))
                        .header("Authorization", "Bearer " + edge.token(others.toArray(String[]::new))))
                .isProblem(403, "permission-missing");
    }
}
