package org.bottega.sales;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Rows;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.search.Details;
import org.bottega.sales.search.Search;
import org.bottega.sales.search.Search.Sort;
import org.junit.jupiter.api.Test;

/** How long each filter takes for a page of 50 among many purchases: see {@link Run}. */
final class SearchBench extends Rows {

    private static final Instant START = Instant.parse("2020-01-01T00:00:00Z");
    private final Shop shop;

    SearchBench(Shop shop) {
        super(shop.platform.store("sales"));
        this.shop = shop;
    }

    /** Run by {@code -Dtest=SearchBench$Run -Dbench.rows=1000000}. */
    static final class Run {
        @Test
        void run() {
            int rows = Integer.getInteger("bench.rows", 100_000);
            try (Shop shop = new Shop(TestDatabase.Kind.DERBY)) {
                SearchBench bench = new SearchBench(shop);
                bench.fill(rows);
                bench.searches(rows).forEach(bench::time);
            }
        }
    }

    /** Purchases of 1 in 5000 with coupon and tax id; a tenth to each of ten products; 1 in 1000 not paid. */
    void fill(int rows) {
        shop.acme(() -> shop.offer(Shop.ANNA, 100));
        shop.sold();
        String buyer = shop.now(shop.sold()).buyer().id();
        for (int from = 0; from < rows; from += 500) {
            List<Object[]> batch = new ArrayList<>();
            for (int i = from; i < from + 500; i++) {
                batch.add(row(i, buyer));
            }
            shop.acme(() -> shop.platform.unitOfWork().call(() -> batch(INSERT, batch)));
        }
    }

    private static final String INSERT = "insert into sales_purchase (tenant_id, id, seller_id, product_id,"
            + " product_name, offer_id, buyer_id, buyer_email, buyer_name, buyer_name_key, status, amount, currency,"
            + " refunded, payment_type, purchased_at, refund_policy, guarantee_days, customer_days, seller_days,"
            + " coupon_code, buyer_tax_id, request_key, version)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private Object[] row(int i, String buyer) {
        int mixed = Integer.reverse(i) >>> 4;
        String name = (char) ('a' + mixed % 26) + "name " + mixed;
        return new Object[] {
            Shop.ACME,
            String.format("HPB%09d", mixed % 1_000_000_000),
            i % 3 == 0 ? Shop.BRUNO : Shop.ANNA,
            "PR" + i % 10,
            "Course",
            "OF" + i % 20,
            buyer,
            name.replace(' ', '.') + "@example.com",
            name,
            name,
            i % 1000 == 0 ? "NO_FUNDS" : i % 2 == 0 ? "APPROVED" : "COMPLETE",
            (long) (100 + mixed % 10_000),
            "EUR",
            0L,
            "CARD",
            START.plusSeconds(i),
            "GUARANTEE",
            30,
            60,
            90,
            i % 5000 == 0 ? "SPRING" : null,
            i % 5000 == 0 ? "TAX" + i : null,
            "bench" + i,
            1L
        };
    }

    Map<String, Search> searches(int rows) {
        Map<String, Search> all = new LinkedHashMap<>();
        all.put("none", search(null, null, null, Set.of()));
        all.put("usual statuses", search(null, null, null, PurchaseFilter.USUAL));
        all.put("rare status", search(null, null, null, Set.of(PurchaseStatus.NO_FUNDS)));
        all.put("rare statuses", search(null, null, null, Set.of(PurchaseStatus.NO_FUNDS, PurchaseStatus.BLOCKED)));
        all.put("email", search("zname.1@example.com", null, null, PurchaseFilter.USUAL));
        all.put("common name", search(null, "a", null, PurchaseFilter.USUAL));
        all.put("rare name", search(null, "bname 1", null, PurchaseFilter.USUAL));
        all.put("no such name", search(null, "zzz", null, PurchaseFilter.USUAL));
        all.put("product", search(null, null, "PR3", PurchaseFilter.USUAL));
        all.put("product and rare name", search(null, "bname 1", "PR3", PurchaseFilter.USUAL));
        all.put("offer", more(new Details(null, null, "OF3", null, null, null, null, null), Sort.NEWEST));
        all.put("coupon", more(new Details(null, null, null, "SPRING", null, null, null, null), Sort.NEWEST));
        all.put("tax id", more(new Details(null, null, null, null, "TAX5000", null, null, null), Sort.NEWEST));
        all.put("code starts", more(new Details("HPB00001", null, null, null, null, null, null, null), Sort.NEWEST));
        all.put("email starts", more(new Details(null, "cname.1", null, null, null, null, null, null), Sort.NEWEST));
        all.put("email starts, common", more(new Details(null, "c", null, null, null, null, null, null), Sort.NEWEST));
        all.put("amount, wide", more(new Details(null, null, null, null, null, "EUR", 500L, 9000L), Sort.NEWEST));
        all.put("amount, narrow", more(new Details(null, null, null, null, null, "EUR", 500L, 500L), Sort.NEWEST));
        all.put("oldest", more(Details.NONE, Sort.OLDEST));
        all.put("dearest", more(Details.NONE, Sort.DEAREST));
        Instant middle = START.plusSeconds(rows / 2);
        PurchaseFilter day = new PurchaseFilter(
                null, null, null, null, null, Set.of(), middle, middle.plusSeconds(86_400), null, null);
        all.put("a day in the middle", Search.of(day));
        all.put("the same, oldest first", new Search(day, Details.NONE, Sort.OLDEST));
        all.put("the same, dearest first", new Search(day, Details.NONE, Sort.DEAREST));
        return all;
    }

    private static Search search(String email, String name, String product, Set<PurchaseStatus> statuses) {
        return Search.of(new PurchaseFilter(null, email, name, product, null, statuses, null, null, null, null));
    }

    private static Search more(Details details, Sort sort) {
        return new Search(search(null, null, null, PurchaseFilter.USUAL).filter(), details, sort);
    }

    private void time(String name, Search search) {
        long best = Long.MAX_VALUE;
        int found = 0;
        for (int i = 0; i < 5; i++) {
            long start = System.nanoTime();
            found = shop.acme(() -> shop.purchases.list(search, PageRequest.of(50, null)))
                    .items()
                    .size();
            best = Math.min(best, System.nanoTime() - start);
        }
        System.out.printf("%-26s %3d found %8.2f ms%n", name, found, best / 1e6);
    }
}
