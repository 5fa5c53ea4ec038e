package org.bottega.sales;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.UUID;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.Test;

/** CPU of selling and of what follows from it, and of reading one purchase: see {@link Run}. */
final class SellBench {

    private SellBench() {}

    /** Run by {@code -Dtest=SellBench$Run -Dbench.seconds=30}; the rounds grow cheaper until all is compiled. */
    static final class Run {
        @Test
        void run() {
            int seconds = Integer.getInteger("bench.seconds", 30);
            try (Shop shop = new Shop(TestDatabase.Kind.DERBY)) {
                Offer offer = shop.acme(() -> shop.offer(Shop.ANNA, 1250));
                String one = shop.sold().transaction();
                for (int round = 0; round < 4; round++) {
                    time("sell and what follows", seconds, () -> {
                        sell(shop, offer);
                        shop.platform.drain();
                    });
                }
                time("get", seconds, () -> shop.acme(() -> shop.purchases.get(one)));
                time(
                        "get with payment",
                        seconds,
                        () -> shop.acme(() -> shop.services.inUnit(() -> {
                            shop.purchases.get(one);
                            return shop.payments.list.of(List.of(one));
                        })));
            }
        }
    }

    private static void sell(Shop shop, Offer offer) {
        String buyer = UUID.randomUUID() + "@example.com";
        shop.acme(() -> shop.checkout.sell(UUID.randomUUID().toString(), Shop.order(offer, buyer, TestCard.APPROVED)));
    }

    private static void time(String name, int seconds, Runnable work) {
        repeat(seconds, work);
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        int count = repeat(seconds, work);
        cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        System.out.printf("%-24s %8.3f ms CPU (%d times)%n", name, cpu / 1e6 / count, count);
    }

    private static int repeat(int seconds, Runnable work) {
        long until = System.nanoTime() + seconds * 1_000_000_000L;
        int count = 0;
        while (System.nanoTime() < until) {
            work.run();
            count++;
        }
        return count;
    }
}
