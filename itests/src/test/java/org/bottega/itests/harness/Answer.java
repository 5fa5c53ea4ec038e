package org.bottega.itests.harness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What came back. */
public record Answer(int status, HttpHeaders headers, String body) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body as JSON; fails loudly when it is none. */
    public JsonNode json() {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + this, e);
        }
    }

    /** A value by JSON pointer without the leading slash, as text; empty text when absent. */
    public String text(String pointer) {
        return json().at("/" + pointer).asText();
    }

    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** This answer, or a failure that shows it. */
    public Answer expect(int... wanted) {
        for (int code : wanted) {
            if (status == code) {
                return this;
            }
        }
        throw new AssertionError("expected " + java.util.Arrays.toString(wanted) + " but was " + this);
    }

    /** This answer when it is a well-formed problem with that status and code. */
    public Answer expectProblem(int wanted, String code) {
        expect(wanted);
        String type = header("Content-Type").orElse("");
        JsonNode problem = json();
        if (!type.startsWith("application/problem+json")
                || !problem.path("type").asText().equals("urn:bottega:problem:" + code)
                || !problem.path("code").asText().equals(code)
                || problem.path("status").asInt() != wanted
                || problem.path("title").asText().isEmpty()) {
            throw new AssertionError("expected problem " + wanted + " " + code + " but was " + type + " " + this);
        }
        return this;
    }

    @Override
    public String toString() {
        return status + " " + (body.length() > 2000 ? body.substring(0, 2000) + "…" : body);
    }
}
