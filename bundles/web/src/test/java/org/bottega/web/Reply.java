package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** What came back. */
public record Reply(int status, String body, HttpResponse<String> response) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public Reply(HttpResponse<String> response) {
        this(response.statusCode(), response.body(), response);
    }

    public String header(String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    public JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(body, e);
        }
    }

    /** Asserts a problem, complete and without a word about the inside. */
    public Reply isProblem(int wanted, String code) {
        assertEquals(wanted, status, body);
        assertEquals("application/problem+json", header("Content-Type"), body);
        assertEquals("nosniff", header("X-Content-Type-Options"));
        JsonNode json = json();
        assertEquals(code, json.path("code").asText(), body);
        assertEquals("urn:bottega:problem:" + code, json.path("type").asText());
        assertEquals(wanted, json.path("status").asInt());
        assertEquals(header("X-Request-Id"), json.path("request").asText());
        assertTrue(json.path("instance").asText().startsWith("/"), body);
        assertFalse(json.path("title").asText().isEmpty());
        assertFalse(json.path("detail").asText().isEmpty());
        assertFalse(body.contains("org.") || body.contains("java.") || body.contains("Exception"), body);
        return this;
    }

    /** The fields that a problem names. */
    public List<String> fields() {
        List<String> fields = new ArrayList<>();
        json().path("errors").forEach(error -> fields.add(error.path("field").asText()));
        return fields;
    }
}
