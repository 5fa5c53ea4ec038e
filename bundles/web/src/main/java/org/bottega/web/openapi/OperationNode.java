package org.bottega.web.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.bottega.web.module.Operation;

/** Adds to an operation what its JAX-RS annotations do not say. */
final class OperationNode {

    private static final String KEY = "Idempotency-Key";

    private OperationNode() {}

    static void complete(ObjectNode node, String id, String module, Operation operation) {
        node.put("operationId", id);
        node.putArray("tags").add(module);
        ArrayNode security = node.putArray("security");
        if (!operation.isAnonymous()) {
            node.put("x-permission", operation.permission());
            security.addObject().putArray("oauth2").add(operation.permission());
        }
        if (operation.isPost()) {
            addKey(node, operation.inSteps());
        }
        if (operation.isStreamed()) {
            describeUpload(node.withObject("/requestBody"));
        }
        ObjectNode responses = node.withObject("/responses");
        if (operation.isDownload()) {
            describeDownload(responses, operation.produces());
        }
        responses.putObject("4XX").put("$ref", "#/components/responses/Problem");
        responses.putObject("5XX").put("$ref", "#/components/responses/Problem");
    }

    private static void describeUpload(ObjectNode body) {
        body.put("required", true);
        for (JsonNode content : body.path("content")) {
            if (content instanceof ObjectNode described) {
                described.removeAll();
                described.putObject("schema").put("type", "string").put("format", "binary");
            }
        }
    }

    private static void describeDownload(ObjectNode responses, String type) {
        responses.removeAll();
        binary(responses.putObject("200").put("description", "the content, streamed"), type);
        binary(
                responses
                        .putObject("206")
                        .put("description", "the part that Range asked for, where the length is known"),
                type);
        responses.putObject("304").put("description", "what If-None-Match names is still the same");
    }

    private static void binary(ObjectNode response, String type) {
        response.putObject("content")
                .putObject(type)
                .putObject("schema")
                .put("type", "string")
                .put("format", "binary");
    }

    private static void addKey(ObjectNode node, boolean required) {
        ArrayNode parameters = node.withArray("parameters");
        for (int i = parameters.size() - 1; i >= 0; i--) {
            JsonNode parameter = parameters.get(i);
            if (KEY.equalsIgnoreCase(parameter.path("name").asText())) {
                parameters.remove(i);
            }
        }
        ObjectNode key = parameters.addObject();
        key.put("name", KEY).put("in", "header").put("required", required);
        key.put("description", "Names the wish: the same key again gets the same answer, and nothing is done twice.");
        key.putObject("schema").put("type", "string").put("minLength", 1).put("maxLength", 255);
    }
}
