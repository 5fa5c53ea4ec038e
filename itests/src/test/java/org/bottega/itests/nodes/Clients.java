package org.bottega.itests.nodes;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Nodes;
import org.bottega.itests.harness.Shop;

/**
 * Clients that buy, look, list and give back again and again, each at a node of its own while that is well, else at another,
 * and say what was not answered again under the same key.
 */
final class Clients {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(20);

    private final Shop shop;
    private final Duration pause;
    private final List<Backend> backends = new ArrayList<>();
    private final Sales sales;
    private final String offer;
    private final Ledger ledger = new Ledger();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final List<Future<?>> running = new ArrayList<>();
    private ExecutorService threads;
    private volatile boolean open = true;

    /**
     * Of a marketplace that nobody else buys in.
     *
     * @param pause of each client between two requests
     */
    Clients(Nodes nodes, Shop shop, Duration pause) {
        this.pause = pause;
        this.shop = shop;
        this.sales = new Sales(shop);
        this.offer = sales.offer();
        nodes.all().forEach(node -> backends.add(new Backend(node.name(), shop.at(node))));
    }

    Ledger ledger() {
        return ledger;
    }

    /** Whose address the purchase under a key carries. */
    static String email(String key) {
        return key + "@nodes.example";
    }

    void start(int clients) {
        threads = Executors.newFixedThreadPool(clients);
        for (int i = 0; i < clients; i++) {
            int home = i % backends.size();
            running.add(threads.submit(() -> work(home)));
        }
    }

    int inFlight() {
        return inFlight.get();
    }

    /** Lets each end what it is at. */
    void stop() throws Exception {
        open = false;
        threads.shutdown();
        for (Future<?> client : running) {
            client.get(90, TimeUnit.SECONDS);
        }
    }

    private void work(int home) {
        String last = buy(home);
        for (int step = 0; open; step++) {
            switch (step % 4) {
                case 0 -> see(home, last);
                case 1 -> expect(200, Call.get(shop.path("sales/purchases?limit=20")), home);
                case 2 -> giveBack(home, last);
                default -> last = buy(home);
            }
        }
    }

    private String buy(int home) {
        String key = UUID.randomUUID().toString();
        ledger.wants(key);
        Call call = sales.purchaseCall(offer, Sales.APPROVED, email(key)).key(key);
        String transaction = expect(201, call, home).text("transaction");
        ledger.bought(key, transaction);
        return transaction;
    }

    private void see(int home, String transaction) {
        expect(200, Call.get(shop.path("sales/purchases/" + transaction)), home);
    }

    private void giveBack(int home, String transaction) {
        expect(200, sales.refundCall(transaction), home);
        ledger.gaveBack(transaction);
    }

    /** What is answered otherwise is written down and ends this client. */
    private Answer expect(int status, Call call, int home) {
        LockSupport.parkNanos(pause.toNanos());
        Answer answer = send(call, home);
        ledger.answered();
        if (answer.status() != status) {
            ledger.wrong(call + " " + answer);
            throw new IllegalStateException(call + " " + answer);
        }
        return answer;
    }

    private Answer send(Call call, int home) {
        long until = System.nanoTime() + PATIENCE;
        while (System.nanoTime() - until < 0) {
            Backend backend = choose(home);
            inFlight.incrementAndGet();
            try {
                Answer answer = backend.send(call);
                if (!isToComeAgain(answer)) {
                    return answer;
                }
            } catch (UncheckedIOException e) {
                backend.broke();
                ledger.cut(backend.name(), call + " " + e.getCause());
            } finally {
                inFlight.decrementAndGet();
            }
            LockSupport.parkNanos(PAUSE);
        }
        throw new AssertionError("no node answered " + call);
    }

    private boolean isToComeAgain(Answer answer) {
        if (answer.header("Retry-After").isEmpty()) {
            return false;
        }
        String code = answer.text("code");
        if (code.equals("idempotency-in-flight")) {
            ledger.waited();
        } else if (code.equals("module-unavailable")) {
            ledger.away();
        } else {
            return false;
        }
        return true;
    }

    private Backend choose(int home) {
        for (int i = 0; i < backends.size(); i++) {
            Backend backend = backends.get((home + i) % backends.size());
            if (backend.isWell()) {
                return backend;
            }
        }
        return backends.get(home);
    }
}
