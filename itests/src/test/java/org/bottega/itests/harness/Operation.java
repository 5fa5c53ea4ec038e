package org.bottega.itests.harness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * An operation of a marketplace's OpenAPI document.
 *
 * @param path template, such as {@code /api/acme/sales/products/{product}}
 * @param anonymous whether the document says that it needs no token
 */
public record Operation(String id, String method, String path, boolean anonymous) {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    /** All of a marketplace. */
    public static List<Operation> of(Shop shop) {
        JsonNode document = shop.http()
                .send(Call.get(shop.path("openapi.json")), null)
                .expect(200)
                .json();
        String base = document.at("/servers/0/url").asText("");
        base = base.contains("/api") ? base.substring(base.indexOf("/api")) : "";
        List<Operation> operations = new ArrayList<>();
        for (var path : document.path("paths").properties()) {
            for (var item : path.getValue().properties()) {
                if (METHODS.contains(item.getKey())) {
                    JsonNode security = item.getValue().has("security")
                            ? item.getValue().get("security")
                            : document.path("security");
                    operations.add(new Operation(
                            item.getValue().path("operationId").asText(),
                            item.getKey().toUpperCase(),
                            base + path.getKey(),
                            isAnonymous(security)));
                }
            }
        }
        return operations;
    }

    /** Nothing is asked, or nothing will do. */
    private static boolean isAnonymous(JsonNode security) {
        boolean optional = security.isEmpty();
        for (JsonNode way : security) {
            optional |= way.isEmpty();
        }
        return optional;
    }

    /** Whether a call is a call of this operation. */
    public boolean matches(Call call) {
        String pattern = path.replace("{tenant}", "[^/]+").replaceAll("\\{[^/]+}", "[^/]+");
        return method.equals(call.method())
                && call.path().replaceFirst("\\?.*", "").matches(pattern);
    }
}
