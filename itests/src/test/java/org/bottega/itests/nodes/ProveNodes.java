package org.bottega.itests.nodes;

import java.time.Duration;
import java.util.List;
import org.bottega.itests.harness.Nodes;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.Shop;

/**
 * The long form of what {@link TwoNodesIT} shows of kills: mixed load on two nodes, then on three, while three times one of
 * them is killed and started again. A program, never a test of a build. Arguments: seconds for each (default 60), clients
 * (default 16).
 */
public final class ProveNodes {

    private static final int KILLS = 3;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private ProveNodes() {}

    public static void main(String... args) throws Exception {
        Duration time = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 60);
        int clients = args.length > 1 ? Integer.parseInt(args[1]) : 16;
        for (int count = 2; count <= 3; count++) {
            prove(count, clients, time);
        }
        System.exit(0);
    }

    /** The first node stays, so that there is always one to look through. */
    private static void prove(int count, int clients, Duration time) throws Exception {
        Nodes nodes = new Nodes(Platform.QUICK, count).start();
        try {
            Shop shop = Shop.open(nodes.get(0), List.of("sales"), "ordeal").get(0);
            Ordeal ordeal = new Ordeal(nodes, shop, PAUSE);
            ordeal.start(clients);
            for (int kill = 0; kill < KILLS; kill++) {
                ordeal.kill(nodes.get(1 + kill % (count - 1)), () -> {});
            }
            ordeal.end(time);
            System.out.println(ordeal + ": nothing lost, nothing twice");
        } finally {
            nodes.kill();
        }
    }
}
