package org.bottega.itests.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bottega.itests.bench.Server.Request;
import org.bottega.itests.bench.Server.Run;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Fingerprint;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.Shop;

/** The marketplace that is measured: one seller's product, and the requests. */
final class Market {

    static final String TENANT = "bench";
    static final String EMPTY = "empty JAX-RS resource";

    private static final String ONE = "GET one purchase";
    private static final String PAGE = "page of 50, by product";
    private static final String POST = "POST purchase";

    private final Platform platform = new Platform("bench", Map.of("BOTTEGA_RATE_LIMIT", "0"));
    private final Map<String, Run> kept = new HashMap<>();
    private List<Shop> shops;
    private Shop shop;
    private Sales sales;
    private String product;
    private String offer;
    private String purchase;
    private String token;

    Platform platform() {
        return platform;
    }

    /** Makes it, on a platform that runs. */
    void open() {
        Path jar = BenchBundle.build(platform.room());
        platform.console().run("bundle:install -s " + jar.toUri()).ok();
        shops = Shop.open(platform, List.of("sales", "bench", "webhooks"), TENANT, TENANT + "-two");
        shop = shops.get(0);
        sales = new Sales(shop);
        product = sales.product();
        offer = sales.offer(product);
        purchase = sales.purchase(offer);
    }

    Background background() {
        return new Background(shops);
    }

    void login() {
        token = shop.freshToken(shop.all());
    }

    /** How many rows of which tables one purchase writes, with all that follows from it. */
    Map<String, Integer> rowsOfOnePurchase() {
        platform.probe().quiet(List.of());
        Map<String, Integer> before = counts();
        sales.purchase(offer);
        platform.probe().quiet(List.of());
        Map<String, Integer> more = new TreeMap<>();
        counts().forEach((table, count) -> {
            int added = count - before.getOrDefault(table, 0);
            if (added > 0) {
                more.put(table, added);
            }
        });
        return more;
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new HashMap<>();
        for (Fingerprint.Line line : platform.probe().fingerprint().of(TENANT).lines()) {
            counts.put(line.table(), (int) line.rows());
        }
        return counts;
    }

    List<Request> requests() {
        String email = "{unique}@example.com";
        return List.of(
                new Request("empty servlet", token, "GET", "/bench/empty", ""),
                new Request(EMPTY, token, "GET", shop.path("bench/empty"), ""),
                one(),
                page(),
                new Request(
                        POST,
                        token,
                        "POST",
                        shop.path("sales/purchases"),
                        sales.purchaseJson(offer, Sales.APPROVED, email)));
    }

    Request page() {
        return new Request(PAGE, token, "GET", shop.path("sales/purchases?limit=50&product=" + product), "");
    }

    Request one() {
        return new Request(ONE, token, "GET", shop.path("sales/purchases/" + purchase), "");
    }

    void keep(Request request, Run run) {
        kept.put(request.name(), run);
    }

    double oneRate() {
        return kept.get(ONE).perSecond();
    }

    double oneCpu() {
        return kept.get(ONE).cpuMillis();
    }

    double pageCpu() {
        return kept.get(PAGE).cpuMillis();
    }

    double postCpu() {
        return kept.get(POST).cpuMillis();
    }

    String product() {
        return product;
    }

    /** Imported rows per second. */
    double importRate(int lines) {
        StringBuilder csv = new StringBuilder("no,date,amount,customer\n");
        for (int i = 0; i < lines; i++) {
            csv.append("INV-")
                    .append(i)
                    .append(",2024-02-28,12.50,c")
                    .append(i % 4000)
                    .append('\n');
        }
        String path =
                shop.path("sales/imports?" + sales.importQuery(shop.sellerOne(), "no", "date", "amount", "customer"));
        long from = System.nanoTime();
        Answer started = shop.http().send(Call.csv(path, csv.toString()), token).expect(202);
        sales.awaitImport(started, Duration.ofMinutes(5));
        return lines / ((System.nanoTime() - from) / 1e9);
    }
}
