package org.bottega.itests;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Http;
import org.bottega.itests.harness.Shop;

/** Clients that read and buy without pause, each over its own keep-alive connection; every failure is kept. */
final class SalesLoad {

    private final Shop shop;
    private final int clients;
    private final ExecutorService threads;
    private final List<Future<?>> running = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong succeeded = new AtomicLong();
    private final Sales sales;
    private final String offer;
    private volatile boolean open = true;

    SalesLoad(Shop shop, int clients) {
        this.shop = shop;
        this.clients = clients;
        this.threads = Executors.newFixedThreadPool(clients);
        this.sales = new Sales(shop);
        this.offer = sales.offer();
    }

    void start() {
        for (int i = 0; i < clients; i++) {
            running.add(threads.submit(this::work));
        }
    }

    private void work() {
        Http http = new Http(java.net.URI.create(shop.http().base()).getPort());
        for (int i = 0; open; i++) {
            Call call =
                    switch (i % 4) {
                        case 0 -> sales.purchaseCall(offer, Sales.APPROVED);
                        case 1 -> Call.get(shop.path("sales/summary"));
                        case 2 -> Call.get(shop.path("sales/offers/" + offer));
                        default -> Call.get(shop.path("sales/purchases?limit=20"));
                    };
            try {
                Answer answer = http.send(call, shop.all().token());
                if (answer.isSuccess()) {
                    succeeded.incrementAndGet();
                } else {
                    failures.add(call + " " + answer);
                }
            } catch (RuntimeException e) {
                failures.add(call + " " + e + " " + e.getCause());
            }
        }
    }

    void stop() throws Exception {
        open = false;
        threads.shutdown();
        for (Future<?> future : running) {
            future.get(60, TimeUnit.SECONDS);
        }
    }

    List<String> failures() {
        return List.copyOf(failures);
    }

    long succeeded() {
        return succeeded.get();
    }
}
