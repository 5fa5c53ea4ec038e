package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpenApiTest {

    private static EdgeServer edge;
    private static JsonNode document;

    @BeforeAll
    static void open() throws Exception {
        edge = new EdgeServer();
        Reply reply = edge.send(HttpRequest.newBuilder(edge.uri("/api/acme/openapi.json")));
        assertEquals(200, reply.status(), reply.body());
        document = reply.json();
    }

    @AfterAll
    static void close() throws Exception {
        edge.close();
    }

    private static JsonNode operation(String path, String verb) {
        JsonNode node = document.path("paths").path("/api/acme" + path).path(verb);
        assertFalse(node.isMissingNode(), path + " " + document.toPrettyString());
        return node;
    }

    @Test
    @DisplayName("every operation has a unique id and says who may call it")
    void operations() {
        Set<String> ids = new HashSet<>();
        int count = 0;
        for (JsonNode path : document.path("paths")) {
            for (JsonNode operation : path) {
                String id = operation.path("operationId").asText();
                count += id.startsWith("core.") ? 0 : 1;
                assertTrue(ids.add(id), operation.toString());
                assertTrue(operation.has("security"), operation.toString());
                assertTrue(operation.path("responses").has("4XX"));
            }
        }
        assertEquals(26, count);
        JsonNode list = operation("/shelf/books", "get");
        assertEquals("shelf.list", list.path("operationId").asText());
        assertEquals("shelf:read", list.path("x-permission").asText());
        assertEquals(
                "shelf:read",
                list.path("security").path(0).path("oauth2").path(0).asText());
        assertEquals(
                0, operation("/shelf/links/{token}", "get").path("security").size());
    }

    @Test
    @DisplayName("parameters, bodies and keys are described")
    void details() {
        Set<String> names = new HashSet<>();
        operation("/shelf/books", "get")
                .path("parameters")
                .forEach(p -> names.add(p.path("name").asText()));
        assertEquals(Set.of("title", "limit", "kind", "from"), names);
        JsonNode key = operation("/shelf/steps", "post").path("parameters");
        assertEquals(1, key.size(), key.toString());
        assertEquals("Idempotency-Key", key.path(0).path("name").asText());
        assertTrue(key.path(0).path("required").asBoolean());
        assertFalse(operation("/shelf/books", "post")
                .path("parameters")
                .path(0)
                .path("required")
                .asBoolean());
        String ref = operation("/shelf/books", "post")
                .path("requestBody")
                .path("content")
                .elements()
                .next()
                .path("schema")
                .path("$ref")
                .asText();
        assertEquals("#/components/schemas/shelf.Book", ref);
        JsonNode schemas = document.path("components").path("schemas");
        JsonNode book = schemas.path("shelf.Book").path("properties");
        assertEquals("date-time", book.path("printed").path("format").asText(), book.toString());
        assertEquals(
                Set.of("amount", "currency"), fields(schemas.path("shelf.Money").path("properties")));
    }

    private static Set<String> fields(JsonNode node) {
        Set<String> names = new HashSet<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    @DisplayName("every reference leads somewhere")
    void references() {
        document.findValuesAsText("$ref").forEach(ref -> {
            JsonNode target = document.at(ref.substring(1));
            assertFalse(target.isMissingNode(), ref);
        });
    }

    @Test
    @DisplayName("a module that is off is not in the document; unknown tenants have none")
    void off() throws Exception {
        Reply globex = edge.send(HttpRequest.newBuilder(edge.uri("/api/globex/openapi.json")));
        globex.json().path("paths").fieldNames().forEachRemaining(path -> assertFalse(path.contains("shelf"), path));
        assertTrue(globex.json().path("paths").has("/api/globex/auth/token"));
        edge.send(HttpRequest.newBuilder(edge.uri("/api/nobody/openapi.json"))).isProblem(404, "tenant-not-found");
        edge.send(HttpRequest.newBuilder(edge.uri("/api/acme/openapi.json")).DELETE())
                .isProblem(405, "method-not-allowed");
    }
}
