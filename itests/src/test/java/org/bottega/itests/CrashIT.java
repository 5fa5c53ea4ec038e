package org.bottega.itests;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.Shop;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The process is killed in the middle of its work. The clients' own log says what must be there afterwards. */
@Order(60)
class CrashIT {

    private static final int CLIENTS = 8;
    private static final int KILLS = 2;
    private static final int ANSWERS_BEFORE_KILL = 60;

    private static final Platform PLATFORM = new Platform("crash");

    @AfterAll
    static void end() {
        PLATFORM.kill();
    }

    @Test
    @DisplayName("what was answered is there, once, with its events and mails; what was not can be asked again")
    void killed() throws Exception {
        PLATFORM.start();
        Shop shop = Shop.open(PLATFORM, List.of("sales"), "crash").get(0);
        Sales sales = new Sales(shop);
        String offer = sales.offer();
        Buyers buyers = new Buyers(shop, offer);
        for (int kill = 1; kill <= KILLS; kill++) {
            buyers.start(CLIENTS);
            int enough = buyers.answered().size() + ANSWERS_BEFORE_KILL;
            await("answers")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> buyers.answered().size() >= enough);
            await("requests in flight").until(() -> buyers.inFlight() >= CLIENTS - 1);
            PLATFORM.kill();
            buyers.stop();
            PLATFORM.start();
            checkAnswered(shop, buyers);
        }
        assertTrue(!buyers.unanswered().isEmpty(), "the kill met requests in flight");
        checkRetried(shop, buyers);
        checkEffects(shop, buyers);
    }

    /** Every purchase that was answered with 201 is there, as it was answered, once. */
    private static void checkAnswered(Shop shop, Buyers buyers) {
        Map<String, List<String>> stored = stored(shop);
        buyers.answered().forEach((key, answer) -> {
            String email = Buyers.email(key);
            assertEquals(List.of(answer.text("transaction")), stored.get(email), "purchases under key " + key);
        });
    }

    /** Every key without an answer, asked again, ends in exactly one purchase, and so does asking a third time. */
    private static void checkRetried(Shop shop, Buyers buyers) {
        for (String key : buyers.unanswered()) {
            String first = buyers.ask(key).expect(201).text("transaction");
            assertEquals(first, buyers.ask(key).expect(201).text("transaction"));
        }
        Map<String, List<String>> stored = stored(shop);
        List<String> wrong = new ArrayList<>();
        stored.forEach((email, transactions) -> {
            if (transactions.size() != 1) {
                wrong.add(email + " " + transactions);
            }
        });
        assertEquals(List.of(), wrong, "not exactly one purchase");
        assertEquals(buyers.answered().size(), stored.size(), "a purchase for every key, and no other");
    }

    /** Events delivered, and each mail there exactly once for every purchase. */
    private static void checkEffects(Shop shop, Buyers buyers) {
        await("deliveries")
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(500))
                .until(() -> Outbox.open(shop) == 0);
        int purchases = buyers.answered().size();
        Map<String, Integer> templates = new TreeMap<>();
        for (String line : shop.platform()
                .probe()
                .sql("SELECT about, template, COUNT(*) FROM core_mail WHERE tenant_id = '" + shop.tenant()
                        + "' GROUP BY about, template")) {
            String[] column = line.split("\t");
            assertEquals("1", column[2], "mails " + line);
            templates.merge(column[1], 1, Integer::sum);
        }
        assertEquals(
                Map.of("access", purchases, "receipt", purchases, "sale", purchases),
                templates,
                "one mail of each kind for every purchase");
        assertEquals(0, Outbox.failed(shop), "failed deliveries");
    }

    /** Transactions by buyer, from the database. */
    private static Map<String, List<String>> stored(Shop shop) {
        Map<String, List<String>> byBuyer = new TreeMap<>();
        for (String line : shop.platform()
                .probe()
                .sql("SELECT buyer_email, id FROM sales_purchase WHERE tenant_id = '" + shop.tenant()
                        + "' AND status = 'APPROVED'")) {
            String[] column = line.split("\t");
            byBuyer.computeIfAbsent(column[0], email -> new ArrayList<>()).add(column[1]);
        }
        return byBuyer;
    }
}
