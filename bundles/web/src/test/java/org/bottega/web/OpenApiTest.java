package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bottega.web.module.Operation;
import org.bottega.web.module.Published;
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

    @Test
    @DisplayName("the fields of a bean of filters are described one by one")
    void beans() {
        Map<String, JsonNode> filters = new HashMap<>();
        operation("/shelf/filtered", "get")
                .path("parameters")
                .forEach(p -> filters.put(p.path("name").asText(), p));
        assertEquals(Set.of("kind", "from", "limit"), filters.keySet());
        filters.values().forEach(p -> assertEquals("query", p.path("in").asText()));
        assertEquals("NOVEL", filters.get("kind").at("/schema/items/enum/0").asText());
        assertEquals("date-time", filters.get("from").at("/schema/format").asText());
        assertEquals("10", filters.get("limit").at("/schema/default").asText());
        assertEquals("at most so many", filters.get("limit").path("description").asText());
        assertEquals("query", operation("/audit", "get").at("/parameters/0/in").asText());
        assertTrue(operation("/auth/register", "post").has("summary"));
    }

    @Test
    @DisplayName("every parameter of every operation is described; no GET has a body; what is streamed in is binary")
    void all() {
        int parameters = 0;
        for (Published module : edge.publisher().served()) {
            String root = module.module().equals("core") ? "" : "/" + module.module();
            for (Operation operation : module.operations()) {
                JsonNode node =
                        operation(root + operation.path(), operation.verb().toLowerCase(Locale.ROOT));
                Set<String> names = new HashSet<>();
                node.path("parameters").forEach(p -> names.add(p.path("name").asText()));
                assertTrue(names.containsAll(operation.parameters().keySet()), operation + " " + names);
                parameters += operation.parameters().size();
                assertFalse("GET".equals(operation.verb()) && node.has("requestBody"), operation.toString());
                if (operation.isStreamed()) {
                    JsonNode content =
                            node.at("/requestBody/content").elements().next();
                    assertEquals("binary", content.at("/schema/format").asText(), node.toString());
                }
            }
        }
        assertTrue(parameters > 20, () -> "few parameters");
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
