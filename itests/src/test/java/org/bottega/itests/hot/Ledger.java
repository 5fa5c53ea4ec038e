package org.bottega.itests.hot;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import org.bottega.itests.Outbox;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** What clients were told: every purchase and refund that was answered. The database, mails and events must agree. */
final class Ledger {

    private static final String BUY = "/sales/purchases";
    private static final String REFUND = "/refund";

    private final Shop shop;
    private final Sales sales;
    private final String offer;
    private final Receiver events;
    private final Set<String> bought = new ConcurrentSkipListSet<>();
    private final Set<String> refunded = new ConcurrentSkipListSet<>();

    /** With an endpoint that all events of sales are sent to. */
    Ledger(Shop shop) {
        this.shop = shop;
        this.sales = new Sales(shop);
        this.offer = sales.offer();
        this.events = new Receiver(shop, "sales.*");
    }

    /** One who buys, looks, gives every other purchase back. */
    Load.Client client() {
        return new Load.Client() {
            private final Deque<String> mine = new ArrayDeque<>();
            private int round;

            @Override
            public Call next() {
                return switch (round++ % 6) {
                    case 0, 3 -> sales.purchaseCall(offer, Sales.APPROVED);
                    case 1 -> Call.get(shop.path("sales/summary"));
                    case 2 -> Call.get(shop.path("sales/offers/" + offer));
                    case 4 -> Call.get(shop.path("sales/purchases?limit=20"));
                    default -> sales.refundCall(mine.remove());
                };
            }

            @Override
            public void heard(Call call, Answer answer) {
                if (call.method().equals("POST") && call.path().endsWith(BUY)) {
                    mine.add(answer.text("transaction"));
                    bought.add(answer.text("transaction"));
                } else if (call.path().endsWith(REFUND)) {
                    refunded.add(call.path().replaceFirst(".*/(\\w+)/refund", "$1"));
                    mine.clear();
                }
            }
        };
    }

    Set<String> bought() {
        return bought;
    }

    /** Nothing lost, nothing double. */
    void check() {
        assertEquals(new TreeSet<>(bought), column("SELECT id FROM sales_purchase WHERE"), "purchases");
        assertEquals(
                new TreeSet<>(refunded),
                column("SELECT id FROM sales_purchase WHERE status = 'REFUNDED' AND"),
                "purchases given back");
        assertEquals(ones(refunded), counts("SELECT purchase_id, COUNT(*) FROM sales_refund WHERE", "purchase_id"));
        assertEquals(ones(bought), counts("SELECT purchase_id, COUNT(*) FROM sales_payment WHERE", "purchase_id"));
        await("deliveries").atMost(Duration.ofSeconds(90)).until(() -> Outbox.open(shop) == 0);
        assertEquals(0, Outbox.failed(shop), "failed deliveries");
        for (String template : Set.of("access", "receipt", "sale")) {
            assertEquals(ones(bought), mails(template), "mails " + template);
        }
        for (String template : Set.of("refund-buyer", "refund-seller")) {
            assertEquals(ones(refunded), mails(template), "mails " + template);
        }
        events.await("sales.PurchaseApproved", bought);
        events.await("sales.PurchaseRefunded", refunded);
    }

    private Map<String, Integer> mails(String template) {
        return counts("SELECT about, COUNT(*) FROM core_mail WHERE template = '" + template + "' AND", "about");
    }

    private Set<String> column(String select) {
        return new TreeSet<>(shop.platform().probe().sql(select + " tenant_id = '" + shop.tenant() + "'"));
    }

    private Map<String, Integer> counts(String select, String by) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String line :
                shop.platform().probe().sql(select + " tenant_id = '" + shop.tenant() + "' GROUP BY " + by)) {
            String[] column = line.split("\t");
            counts.put(column[0], Integer.parseInt(column[1]));
        }
        return counts;
    }

    static Map<String, Integer> ones(Set<String> ids) {
        return ids.stream().collect(Collectors.toMap(id -> id, id -> 1, Integer::sum, TreeMap::new));
    }
}
