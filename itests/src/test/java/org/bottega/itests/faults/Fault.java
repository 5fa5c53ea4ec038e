package org.bottega.itests.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** Clients that buy while something is broken, and what each was answered. */
final class Fault {

    /** A wish, its answer, and how long that took. */
    record Told(String key, Answer answer, long millis) {}

    /** Of a client that was refused; Retry-After says more. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(500);

    private final Shop shop;
    private final Sales sales;
    private final String offer;
    private final Queue<Told> told = new ConcurrentLinkedQueue<>();
    private final List<Future<?>> running = new ArrayList<>();
    private ExecutorService threads;
    private volatile boolean open;

    Fault(Shop shop) {
        this.shop = shop;
        this.sales = new Sales(shop);
        this.offer = sales.offer();
    }

    static String email(String key) {
        return "key-" + key + "@faults.example";
    }

    Answer buy(String key) {
        Call call = sales.purchaseCall(offer, Sales.APPROVED, email(key)).key(key);
        long start = System.nanoTime();
        Answer answer = shop.sendAsOne(call);
        told.add(new Told(key, answer, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start)));
        return answer;
    }

    /** So many clients begin to buy without pause. */
    void begin(int clients) {
        open = true;
        threads = Executors.newFixedThreadPool(clients);
        for (int i = 0; i < clients; i++) {
            running.add(threads.submit(() -> {
                while (open) {
                    if (buy(UUID.randomUUID().toString()).status() != 201) {
                        LockSupport.parkNanos(PAUSE);
                    }
                }
            }));
        }
    }

    /** They end; each got an answer to every wish, or fails here. */
    void end() throws Exception {
        open = false;
        threads.shutdown();
        for (Future<?> future : running) {
            future.get(60, TimeUnit.SECONDS);
        }
        running.clear();
    }

    long count(int status) {
        return told.stream().filter(one -> one.answer().status() == status).count();
    }

    long wishes() {
        return told.stream().map(Told::key).distinct().count();
    }

    /** Milliseconds of the slowest answer that was no 201. */
    long slowestRefusal() {
        return told.stream()
                .filter(one -> one.answer().status() != 201)
                .mapToLong(Told::millis)
                .max()
                .orElse(0);
    }

    /** Every answer was 201, or 202 where the gateway's answer was lost, or a polite 503. */
    void checkPolite() {
        for (Told one : told) {
            if (!one.answer().isSuccess()) {
                one.answer().expect(503);
                assertTrue(
                        one.answer().header("Content-Type").orElse("").startsWith("application/problem+json"),
                        one.answer()::toString);
                assertTrue(one.answer().header("Retry-After").isPresent(), one.answer()::toString);
            }
        }
    }

    /** Asks again for all that was refused, under the same keys; then each wish is one purchase, with its mails, once. */
    void checkNothingLost() {
        for (Told one : List.copyOf(told)) {
            String transaction = buy(one.key()).expect(201, 202).text("transaction");
            if (one.answer().isSuccess()) {
                assertEquals(one.answer().text("transaction"), transaction);
            }
        }
        // The gateway is asked a minute later what became of charges whose answer was lost: that minute is over.
        sql("UPDATE sales_payment SET due_at = {ts '2020-01-01 00:00:00'} WHERE tenant_id = '" + shop.tenant()
                + "' AND state = 'INTENDED'");
        String waiting =
                "SELECT COUNT(*) FROM sales_purchase WHERE status = 'PROCESSING_TRANSACTION' AND tenant_id = '";
        await("decisions").atMost(Duration.ofSeconds(60)).until(() -> sql(waiting + shop.tenant() + "'")
                .equals(List.of("0")));
        await("deliveries")
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> sql("SELECT COUNT(*) FROM core_delivery WHERE tenant_id = '" + shop.tenant() + "'")
                        .equals(List.of("0")));
        long wishes = wishes();
        String own = " WHERE tenant_id = '" + shop.tenant() + "'";
        assertEquals(
                List.of(wishes + "\t" + wishes),
                sql("SELECT COUNT(*), COUNT(DISTINCT buyer_email) FROM sales_purchase" + own
                        + " AND status = 'APPROVED'"));
        assertEquals(
                List.of(String.valueOf(wishes)),
                sql("SELECT COUNT(*) FROM sales_sandbox" + own + " AND kind = 'CHARGE' AND refused = FALSE"));
        assertEquals(
                List.of("access\t" + wishes, "receipt\t" + wishes, "sale\t" + wishes),
                sql("SELECT template, COUNT(DISTINCT about) FROM core_mail" + own
                        + " GROUP BY template HAVING COUNT(*) = COUNT(DISTINCT about) ORDER BY template"));
    }

    private List<String> sql(String sql) {
        return shop.platform().probe().sql(sql);
    }

    /** Milliseconds until the platform says that it is ready, or not. */
    long untilReady(boolean ready, Duration atMost) {
        long start = System.nanoTime();
        await(ready ? "ready" : "not ready")
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> health("ready") == (ready ? 200 : 503));
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    int health(String which) {
        return shop.http().send(Call.get("/health/" + which), null).status();
    }

    void tell(String what, long... millis) {
        StringBuilder line = new StringBuilder(what + ": " + count(201) + " sold, " + count(503)
                + " refused with 503, the slowest after " + slowestRefusal() + " ms");
        for (long one : millis) {
            line.append(", ").append(one).append(" ms");
        }
        System.out.println(line);
    }
}
