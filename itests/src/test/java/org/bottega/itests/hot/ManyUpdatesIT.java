package org.bottega.itests.hot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bottega.itests.harness.Home;
import org.bottega.itests.harness.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Sales is replaced again and again under load: memory and class loaders of the versions before return. */
@Order(44)
class ManyUpdatesIT {

    /** A few in every build, fifty where it may take longer. */
    private static final int UPDATES = Integer.getInteger("bottega.updates", 5);

    /** Caches fill and code is compiled in the first rounds. */
    private static final int WARM_UP = 3;

    /** Commands of one script. */
    private static final int AT_ONCE = 10;

    /** Of the heap, which says something only after so many updates. */
    private static final long SLACK = 10L << 20;

    private static final int MANY = 20;

    @AfterAll
    static void end() {
        Hot.platform().stop();
    }

    @Test
    @Timeout(value = 30, unit = TimeUnit.MINUTES)
    @DisplayName("updated again and again: class loaders return, the heap stays as it was, no request fails")
    void again() throws Exception {
        Shop shop = Hot.shop("hotmany");
        Ledger ledger = new Ledger(shop);
        Load load = new Load(shop, Hot.clients(3, ledger::client)).start();
        load.more(50);
        Heap first = rounds(load, WARM_UP);
        Heap last = rounds(load, UPDATES);
        load.stop();
        Hot.tell("%d updates of sales".formatted(UPDATES), load.all());
        Hot.tell(List.of("heap after %d updates: %s; after %d: %s".formatted(WARM_UP, first, WARM_UP + UPDATES, last)));
        assertEquals(List.of(), load.refused(), "failed requests");
        assertTrue(last.loaders() <= first.loaders() + 1, () -> first + " became " + last);
        assertTrue(UPDATES < MANY || last.bytes() <= first.bytes() + SLACK, () -> first + " became " + last);
        ledger.check();
    }

    private static Heap rounds(Load load, int rounds) {
        List<String> commands = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            Path jar = round == rounds ? Home.bundle("sales") : Bundles.again("sales", "1.0." + round % 2);
            commands.add(Hot.update("sales", jar));
            if (commands.size() == AT_ONCE || round == rounds) {
                Hot.run(commands.toArray(String[]::new)).ok();
                commands.clear();
            }
        }
        load.more(100);
        return Heap.of(Hot.platform());
    }
}
