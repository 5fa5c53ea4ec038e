package org.bottega.itests.nodes;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bottega.itests.harness.Nodes;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.Shop;

/** Clients at all nodes while nodes are killed and started again. */
final class Ordeal {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int SOME = 40;

    /** When connections to a node may break, by {@link System#nanoTime}: from the kill until it was ready again. */
    private record Down(String node, long from, long until) {}

    private final Nodes nodes;
    private final Shop shop;
    private final Clients clients;
    private final List<Down> downs = new ArrayList<>();
    private final long begun = System.nanoTime();
    private long ended;

    /**
     * In a marketplace that nothing else happens in.
     *
     * @param pause of each client between two requests
     */
    Ordeal(Nodes nodes, Shop shop, Duration pause) {
        this.nodes = nodes;
        this.shop = shop;
        this.clients = new Clients(nodes, shop, pause);
    }

    void start(int count) {
        clients.start(count);
    }

    /** Kills the node with requests in flight, does {@code meanwhile} while the others serve, and starts it again. */
    void kill(Platform victim, Runnable meanwhile) {
        served(SOME);
        await("requests in flight").atMost(SOON).until(() -> clients.inFlight() > 1);
        long from = System.nanoTime();
        victim.kill();
        served(SOME);
        meanwhile.run();
        victim.start();
        downs.add(new Down(victim.name(), from, System.nanoTime()));
        served(SOME);
    }

    private void served(int more) {
        long enough = clients.ledger().answers() + more;
        await("answers").atMost(SOON).until(() -> clients.ledger().answers() >= enough);
    }

    /** Goes on until it has lasted so long in all, then looks whether everything is as it was answered. */
    void end(Duration inAll) throws Exception {
        await("the end").atMost(inAll.plus(SOON)).until(() -> System.nanoTime() - begun >= inAll.toNanos());
        clients.stop();
        ended = System.nanoTime();
        for (Ledger.Cut cut : clients.ledger().cuts()) {
            assertTrue(downs.stream().anyMatch(down -> isOf(cut, down)), "a live node's connection broke: " + cut);
        }
        assertTrue(downs.isEmpty() || clients.ledger().aways() == 0, "a node that is ready has its modules");
        assertEquals(downs.isEmpty(), clients.ledger().cuts().isEmpty(), "kills meet requests in flight");
        new Books(shop).check(clients.ledger());
    }

    private static boolean isOf(Ledger.Cut cut, Down down) {
        return cut.node().equals(down.node()) && cut.at() - down.from() >= 0 && cut.at() - down.until() <= 0;
    }

    /** What it was. */
    @Override
    public String toString() {
        double seconds = (ended - begun) / 1e9;
        return String.format(
                Locale.ROOT,
                "%d nodes, %d kills, %.0f s: %s; %.0f requests/s",
                nodes.all().size(),
                downs.size(),
                seconds,
                clients.ledger(),
                clients.ledger().answers() / seconds);
    }
}
