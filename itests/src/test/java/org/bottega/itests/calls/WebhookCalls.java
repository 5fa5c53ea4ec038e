package org.bottega.itests.calls;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.HookServer;
import org.bottega.itests.harness.Shop;

/** Calls of webhooks: they belong to the marketplace, not to a seller. What is sent is taken by a server in this JVM. */
final class WebhookCalls {

    private static final HookServer SERVER = new HookServer(event -> {});

    private final Shop shop;

    private WebhookCalls(Shop shop) {
        this.shop = shop;
    }

    static void add(Examples examples, Shop shop) {
        WebhookCalls calls = new WebhookCalls(shop);
        calls.endpoints(examples);
        calls.deliveries(examples);
    }

    private void endpoints(Examples examples) {
        examples.add("webhooks.getEventTypes", () -> Call.get(path("event-types")))
                .add("webhooks.addEndpoint", this::addCall)
                .add("webhooks.listEndpoints", () -> {
                    endpoint();
                    return Call.get(path("endpoints")).ofMarketplace();
                })
                .add("webhooks.listEndpoints", () -> {
                    endpoint();
                    endpoint();
                    return nextPage("endpoints");
                })
                .add("webhooks.getEndpoint", () -> call("GET", "", null))
                .add("webhooks.changeEndpoint", () -> call("PUT", "", body("other")))
                .add("webhooks.removeEndpoint", () -> call("DELETE", "", null))
                .add("webhooks.disableEndpoint", () -> call("POST", "/disable", null))
                .add("webhooks.enableEndpoint", () -> call("POST", "/enable", null))
                .add("webhooks.rotateEndpoint", () -> call("POST", "/rotate", null))
                .add("webhooks.testEndpoint", () -> call("POST", "/test", null));
    }

    private void deliveries(Examples examples) {
        examples.add("webhooks.listDeliveries", () -> {
                    String endpoint = endpoint();
                    shop.send(HelloCalls.greet(shop)).expect(201);
                    await("what was greeted is sent")
                            .atMost(Duration.ofSeconds(20))
                            .until(() -> shop.send(
                                            Call.get(path("endpoints/" + endpoint + "/deliveries?type=hello.Greeted")))
                                    .body()
                                    .contains("DELIVERED"));
                    return Call.get(path("endpoints/" + endpoint + "/deliveries?state=DELIVERED"))
                            .ofMarketplace()
                            .about(endpoint);
                })
                .add("webhooks.listDeliveries", () -> {
                    String endpoint = endpoint();
                    sent(endpoint);
                    sent(endpoint);
                    return nextPage("endpoints/" + endpoint + "/deliveries").about(endpoint);
                })
                .add("webhooks.replayFailed", () -> call("POST", "/replay", "{\"since\":\"2026-01-01T00:00:00Z\"}"))
                .add("webhooks.getDelivery", () -> {
                    String delivery = sent(endpoint());
                    return Call.get(path("deliveries/" + delivery))
                            .ofMarketplace()
                            .about(delivery);
                })
                .add("webhooks.replayDelivery", () -> {
                    String delivery = sent(endpoint());
                    return Call.of("POST", path("deliveries/" + delivery + "/replay"), null, null)
                            .ofMarketplace()
                            .about(delivery);
                });
    }

    private String path(String rest) {
        return shop.path("webhooks/" + rest);
    }

    private Call addCall() {
        return Call.post(path("endpoints"), body("hook")).ofMarketplace();
    }

    private String body(String path) {
        return ("{\"url\":\"%s%s\",\"events\":[\"hello.Greeted\"],\"contact\":\"ops@%s.example\","
                        + "\"description\":\"%s\"}")
                .formatted(SERVER.url(), path, shop.mark().toLowerCase(), shop.mark());
    }

    private String endpoint() {
        return shop.send(addCall()).expect(201).text("endpoint");
    }

    /** A call about a new endpoint. */
    private Call call(String method, String after, String body) {
        String endpoint = endpoint();
        Call call =
                Call.of(method, path("endpoints/" + endpoint + after), body == null ? null : "application/json", body);
        return (method.equals("POST") ? call : call.without("Idempotency-Key"))
                .ofMarketplace()
                .about(endpoint);
    }

    private Call nextPage(String list) {
        String first = path(list + "?limit=1");
        String cursor = shop.send(Call.get(first)).expect(200).text("next");
        return Call.get(first + "&cursor=" + Call.enc(cursor)).ofMarketplace().about(cursor);
    }

    /** A test event that has been delivered to the endpoint. */
    private String sent(String endpoint) {
        String delivery = shop.send(Call.of("POST", path("endpoints/" + endpoint + "/test"), null, null))
                .expect(202)
                .text("delivery");
        await("a delivery").atMost(Duration.ofSeconds(20)).until(() -> shop.send(
                        Call.get(path("deliveries/" + delivery)))
                .body()
                .contains("\"DELIVERED\""));
        return delivery;
    }
}
