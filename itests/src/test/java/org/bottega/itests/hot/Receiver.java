package org.bottega.itests.hot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.bottega.itests.harness.HookServer;
import org.bottega.itests.harness.Shop;

/** A webhook endpoint of a marketplace, which counts what it is told of which purchase. */
final class Receiver {

    /** How often by type and transaction. */
    private final Map<String, Map<String, Integer>> told = new ConcurrentHashMap<>();

    /** Makes it known to the marketplace. */
    Receiver(Shop shop, String events) {
        shop.send(new HookServer(this::hear).addCall(shop, events)).expect(201);
    }

    private void hear(JsonNode event) {
        told.computeIfAbsent(event.path("type").asText(), type -> new ConcurrentHashMap<>())
                .merge(event.path("data").path("transaction").asText(), 1, Integer::sum);
    }

    /** Waits until it was told of all these, and fails when of one twice, or of another. */
    void await(String type, Set<String> transactions) {
        Awaitility.await(type).atMost(Duration.ofSeconds(60)).until(() -> of(type).size() >= transactions.size());
        assertEquals(Ledger.ones(transactions), of(type), type);
    }

    private Map<String, Integer> of(String type) {
        return new TreeMap<>(told.getOrDefault(type, Map.of()));
    }
}
