package org.bottega.itests.hot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.awaitility.Awaitility;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** A webhook endpoint of a marketplace, which counts what it is told of which purchase. */
final class Receiver {

    private final ObjectMapper json = new ObjectMapper();

    /** How often by type and transaction. */
    private final Map<String, Map<String, Integer>> told = new ConcurrentHashMap<>();

    /** Makes it known to the marketplace. */
    Receiver(Shop shop, String events) {
        HttpServer server = serve();
        String body = "{\"url\":\"http://127.0.0.1:%d/\",\"events\":[\"%s\"],\"contact\":\"ops@hot.example\"}"
                .formatted(server.getAddress().getPort(), events);
        shop.send(Call.post(shop.path("webhooks/endpoints"), body)).expect(201);
    }

    private HttpServer serve() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
            server.setExecutor(Executors.newFixedThreadPool(4, work -> {
                Thread thread = new Thread(work, "receiver");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/", this::hear);
            server.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void hear(HttpExchange exchange) throws IOException {
        JsonNode event = json.readTree(exchange.getRequestBody());
        told.computeIfAbsent(event.path("type").asText(), type -> new ConcurrentHashMap<>())
                .merge(event.path("data").path("transaction").asText(), 1, Integer::sum);
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
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
