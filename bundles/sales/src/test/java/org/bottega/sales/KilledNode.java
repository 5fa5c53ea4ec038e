package org.bottega.sales;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.bottega.api.Problem;
import org.bottega.core.testing.KeptPlatform;
import org.bottega.core.testing.MovableClock;
import org.bottega.persistence.unit.Database;
import org.bottega.sales.Diary.Line;
import org.bottega.sales.Diary.What;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.payment.TestCard;

/**
 * A process that is killed: what it finds when it starts is finished and reckoned up; then four clients sell and refund, and
 * one thread delivers events and does what is due, until the end. Time goes by faster than outside.
 */
public final class KilledNode {

    private static final int CLIENTS = 4;
    private static final int REFUND_ONE_IN = 3;
    private static final int LATER_ONE_IN = 3;
    private static final Duration TICK = Duration.ofMillis(100);
    private static final Duration SETTLED = Duration.ofMinutes(12);

    private final Shop shop;
    private final Diary diary;
    private final Offer offer;

    private KilledNode(Shop shop, Diary diary) {
        this.shop = shop;
        this.diary = diary;
        this.offer = shop.acme(() -> shop.offer(Shop.ANNA, 1250));
    }

    /** Address of the database in five words, the file of the diary, and {@code once} to end after the reckoning. */
    public static void main(String[] args) throws IOException {
        Database.Address address = new Database.Address(args[0], args[1], args[2], args[3], args[4]);
        Shop shop = new Shop(KeptPlatform.open(address));
        MovableClock clock = shop.platform.clock();
        Diary diary = new Diary(Path.of(args[5]), clock);
        List<Line> before = diary.before();
        if (!before.isEmpty()) {
            clock.to(before.get(before.size() - 1).at().plus(Duration.ofSeconds(30)));
        }
        KilledNode node = new KilledNode(shop, diary);
        node.finish();
        List<String> wrong = Reckoning.wrong(shop.platform, diary);
        System.out.println(wrong.isEmpty() ? "RIGHT " + node.counts() : "WRONG " + wrong);
        if (args.length > 6 || !wrong.isEmpty()) {
            shop.close();
            return;
        }
        node.work();
    }

    private String counts() {
        return diary.of(What.SOLD).size() + " sold, " + diary.of(What.REFUNDED).size() + " refunded, "
                + (diary.open(What.ASK_SALE, What.SOLD).size()
                        + diary.open(What.ASK_REFUND, What.REFUNDED).size())
                + " asked again";
    }

    /** Asks again for what was not answered, some at once, some only after the platform has seen to it by itself. */
    private void finish() {
        Map<String, String> found = Reckoning.statusByKey(shop.platform);
        diary.of(What.SOLD).keySet().stream()
                .filter(key -> !found.containsKey(key))
                .forEach(key -> System.out.println("LOST " + key));
        List<Line> sales = diary.open(What.ASK_SALE, What.SOLD);
        List<Line> refunds = diary.open(What.ASK_REFUND, What.REFUNDED);
        sales.stream().filter(line -> !isLater(line)).forEach(line -> sell(line.key(), line.about()));
        refunds.stream().filter(line -> !isLater(line)).forEach(line -> refund(line.key(), line.about()));
        shop.platform.advance(SETTLED);
        sales.stream().filter(KilledNode::isLater).forEach(line -> sell(line.key(), line.about()));
        refunds.stream().filter(KilledNode::isLater).forEach(line -> refund(line.key(), line.about()));
        shop.platform.advance(SETTLED);
    }

    private static boolean isLater(Line line) {
        return Math.floorMod(line.key().hashCode(), LATER_ONE_IN) == 0;
    }

    private Purchase sell(String key, String what) {
        NewBuyer buyer = new NewBuyer(Reckoning.email(key), "Ada Lovelace", null, Locale.ENGLISH);
        NewPurchase order = new NewPurchase(what, buyer, TestCard.APPROVED.number());
        Purchase sold = shop.acme(() -> shop.checkout.sell(key, order));
        diary.write(What.SOLD, key, sold.transaction());
        return sold;
    }

    private void refund(String key, String transaction) {
        shop.acme(() -> shop.refunds.refund(key, transaction, "changed my mind"));
        diary.write(What.REFUNDED, key, transaction);
    }

    private void work() {
        for (int i = 0; i < CLIENTS; i++) {
            new Thread(this::buyOn, "client-" + i).start();
        }
        while (true) {
            shop.platform.advance(TICK);
            LockSupport.parkNanos(1_000_000);
        }
    }

    /** What is refused, because two met at the same row, is asked again by the next process. */
    private void buyOn() {
        Deque<String> mine = new ArrayDeque<>();
        while (true) {
            try {
                String key = UUID.randomUUID().toString();
                if (mine.isEmpty() || ThreadLocalRandom.current().nextInt(REFUND_ONE_IN) > 0) {
                    diary.write(What.ASK_SALE, key, offer.id());
                    mine.add(sell(key, offer.id()).transaction());
                } else {
                    String transaction = mine.poll();
                    diary.write(What.ASK_REFUND, key, transaction);
                    refund(key, transaction);
                }
            } catch (Problem refused) {
                System.err.println("refused: " + refused.code());
            }
        }
    }
}
