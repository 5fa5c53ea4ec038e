package org.bottega.itests.calls;

import com.fasterxml.jackson.databind.JsonNode;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** Calls about modules and policies: they belong to the marketplace, not to a seller. */
final class LifeCalls {

    private LifeCalls() {}

    static void add(Examples examples, Shop shop) {
        examples.add("core.listModules", () -> Call.get(shop.path("modules")).ofMarketplace())
                .add("core.getModule", () -> Call.get(shop.path("modules/hello"))
                        .ofMarketplace())
                .add("core.switchModule", () -> Call.of(
                                "PUT", shop.path("modules/hello"), "application/json", "{\"on\":true}")
                        .without("Idempotency-Key")
                        .ofMarketplace())
                .add("core.listPolicies", () -> Call.get(shop.path("policies")).ofMarketplace())
                .add("core.getPolicy", () -> policy(shop))
                .add("core.setPolicy", () -> put(shop))
                .add("core.setPolicy", () -> put(shop)
                        .header("If-Match", first(shop).path("version").asText()))
                .add("core.resetPolicy", () -> Call.of("DELETE", policy(shop).path(), null, null)
                        .without("Idempotency-Key")
                        .ofMarketplace())
                .add("core.listPolicyVersions", () -> Call.get(policy(shop).path() + "/versions")
                        .ofMarketplace());
    }

    /** Sets the first value of a policy to what it is at first. */
    private static Call put(Shop shop) {
        JsonNode policy = first(shop);
        JsonNode value = policy.path("values").get(0);
        String body = "{\"values\":{\"" + value.path("name").asText() + "\":" + value.path("initial") + "}}";
        return Call.of("PUT", path(shop, policy), "application/json", body)
                .without("Idempotency-Key")
                .ofMarketplace();
    }

    private static Call policy(Shop shop) {
        return Call.get(path(shop, first(shop))).ofMarketplace();
    }

    private static String path(Shop shop, JsonNode policy) {
        return shop.path("policies/" + policy.path("id").asText());
    }

    /** The first policy that a marketplace sets by itself; files are the operator's to limit. */
    private static JsonNode first(Shop shop) {
        for (JsonNode policy :
                shop.send(Call.get(shop.path("policies"))).expect(200).json().path("items")) {
            if (!policy.path("id").asText().equals("core.files")) {
                return policy;
            }
        }
        throw new AssertionError("no policy");
    }
}
