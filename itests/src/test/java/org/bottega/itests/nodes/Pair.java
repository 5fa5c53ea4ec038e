package org.bottega.itests.nodes;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bottega.itests.harness.MailServer;
import org.bottega.itests.harness.Nodes;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.Shop;

/** Two nodes that were started at once on an empty database, and the mail server that both send to. */
final class Pair {

    private final MailServer post = new MailServer().up();
    private final Nodes nodes;

    Pair(Map<String, String> settings) {
        Map<String, String> all = new TreeMap<>(settings);
        all.putAll(Platform.QUICK);
        all.putAll(post.settings());
        nodes = new Nodes(all, 2).start();
    }

    Nodes nodes() {
        return nodes;
    }

    Platform a() {
        return nodes.get(0);
    }

    Platform b() {
        return nodes.get(1);
    }

    /** A marketplace at each of the nodes. */
    List<Shop> both(Shop shop) {
        return List.of(shop.at(a()), shop.at(b()));
    }

    /** What a node lists of all nodes, as JSON, in the order of their names. */
    static List<JsonNode> listed(Platform by) {
        String output = by.console().run("node:list --json").ok().output();
        try {
            List<JsonNode> nodes = new ArrayList<>();
            new ObjectMapper().readTree(output.substring(output.indexOf('['))).forEach(nodes::add);
            return nodes;
        } catch (JsonProcessingException e) {
            throw new AssertionError(output, e);
        }
    }

    /** Whether one node holds another for live. */
    static boolean isLive(Platform by, Platform node) {
        return listed(by).stream()
                .anyMatch(one -> one.path("node").asText().equals(node.name())
                        && one.path("live").asBoolean());
    }

    /** Whether a node tells that it runs a module in a version. */
    static boolean runs(JsonNode node, String module) {
        return node.path("modules").toString().contains('"' + module + '"');
    }

    /** Every mail of a marketplace reaches the mail server, once. */
    void checkSent(Books books) {
        await("all mails are sent")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> books.rows("SELECT COUNT(*) FROM core_mail WHERE tenant_id = %s AND state <> 'SENT'")
                        .equals(List.of("0")));
        Map<String, Integer> times = new TreeMap<>();
        books.rows("SELECT id FROM core_mail WHERE tenant_id = %s").forEach(id -> times.put(id, post.taken(id)));
        times.values().removeIf(count -> count == 1);
        assertEquals(Map.of(), times, "mails that were not sent, or more than once");
    }

    void end() {
        nodes.kill();
        post.close();
    }
}
