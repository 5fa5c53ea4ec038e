package org.bottega.itests.nodes;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bottega.itests.harness.Shop;

/** What the database says of a marketplace, held against what its clients were answered. */
final class Books {

    private final Shop shop;

    /** Of a marketplace, looked at through the node that the shop is at. */
    Books(Shop shop) {
        this.shop = shop;
    }

    /** Rows of a query about the marketplace; {@code %s} is its id. */
    List<String> rows(String sql) {
        return shop.platform().probe().sql(sql.formatted("'" + shop.tenant() + "'"));
    }

    /** The first column of each row, with the second. */
    Map<String, String> pairs(String sql) {
        Map<String, String> pairs = new TreeMap<>();
        for (String row : rows(sql)) {
            String[] column = row.split("\t");
            pairs.put(column[0], column[1]);
        }
        return pairs;
    }

    /** Nothing lost and nothing twice: purchases, money, events, mails. */
    void check(Ledger ledger) {
        assertEquals(List.of(), ledger.wrong(), "answers that nobody should get");
        assertEquals("", String.join(", ", ledger.unanswered()), "never answered");
        purchases(ledger);
        money(ledger);
        heard();
        mails(ledger);
    }

    private void purchases(Ledger ledger) {
        Map<String, List<String>> stored = new HashMap<>();
        for (String row : rows("SELECT buyer_email, id FROM sales_purchase WHERE tenant_id = %s"
                + " AND buyer_email LIKE '%%@nodes.example'")) {
            String[] column = row.split("\t");
            stored.computeIfAbsent(column[0], email -> new ArrayList<>()).add(column[1]);
        }
        Map<String, List<String>> answered = new HashMap<>();
        ledger.bought().forEach((key, transaction) -> answered.put(Clients.email(key), List.of(transaction)));
        assertEquals(answered, stored, "purchases by buyer");
    }

    private void money(Ledger ledger) {
        Map<String, String> back = pairs("SELECT r.purchase_id, COUNT(*) FROM sales_refund r JOIN sales_sandbox s"
                + " ON s.tenant_id = r.tenant_id AND s.id = r.id WHERE r.tenant_id = %s AND s.kind = 'REFUND'"
                + " AND s.refused = false GROUP BY r.purchase_id");
        assertEquals(new HashSet<>(ledger.givenBack()), back.keySet(), "purchases whose money went back");
        assertEquals(
                List.of(), back.values().stream().filter(n -> !n.equals("1")).toList(), "more than once");
        assertEquals(
                List.of(),
                rows("SELECT charge_id, COUNT(*) FROM sales_sandbox WHERE tenant_id = %s AND kind = 'REFUND'"
                        + " AND refused = false GROUP BY charge_id HAVING COUNT(*) > 1"),
                "charges given back twice");
        assertEquals(
                String.valueOf(ledger.bought().size()),
                rows("SELECT COUNT(*) FROM sales_payment p JOIN sales_sandbox s ON s.tenant_id = p.tenant_id"
                                + " AND s.id = p.id JOIN sales_purchase b ON b.tenant_id = p.tenant_id AND b.id = p.purchase_id"
                                + " WHERE p.tenant_id = %s AND s.kind = 'CHARGE' AND b.buyer_email LIKE '%%@nodes.example'")
                        .get(0),
                "charges");
    }

    /** Every event was heard by all who listen, and happened once. */
    void heard() {
        await("deliveries")
                .atMost(Duration.ofSeconds(120))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> rows("SELECT COUNT(*) FROM core_delivery WHERE tenant_id = %s AND parked = false")
                        .get(0)
                        .equals("0"));
        assertEquals(List.of(), rows("SELECT listener, due_error FROM core_delivery WHERE tenant_id = %s"));
        assertEquals(
                List.of(),
                rows("SELECT event_type, aggregate, COUNT(*) FROM core_event WHERE tenant_id = %s AND event_type IN"
                        + " ('sales.PurchaseApproved', 'sales.PurchaseRefunded', 'sales.AccessGranted')"
                        + " GROUP BY event_type, aggregate HAVING COUNT(*) > 1"),
                "events that happened twice");
    }

    /** How many mails there are by what they say; none of them was written twice. */
    Map<String, String> mails() {
        assertEquals(
                List.of(),
                rows("SELECT about, template, COUNT(*) FROM core_mail WHERE tenant_id = %s"
                        + " GROUP BY about, template HAVING COUNT(*) > 1"),
                "mails that were written twice");
        return pairs("SELECT template, COUNT(*) FROM core_mail WHERE tenant_id = %s GROUP BY template");
    }

    private void mails(Ledger ledger) {
        Map<String, String> mails = mails();
        String bought = String.valueOf(ledger.bought().size());
        String back = String.valueOf(ledger.givenBack().size());
        assertEquals(bought, mails.get("receipt"));
        assertEquals(bought, mails.get("sale"));
        assertEquals(back, mails.get("refund-buyer"));
        assertEquals(back, mails.get("refund-seller"));
    }
}
