package org.bottega.itests.faults;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    private static final Duration SOON = Duration.ofSeconds(60);

    /** So much of what was refused is asked for again. */
    private static final int AGAIN = 30;

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

    /** Waits for so many more answers of a status. */
    void more(int status, int answers) {
        long enough = count(status) + answers;
        await("answers " + status).atMost(SOON).until(() -> count(status) >= enough);
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

    /**
     * What was answered is there. Some of what was refused is asked for again, under the same keys, and is there then. Money
     * has moved once for each approved purchase, and each mail is there once.
     */
    void checkNothingLost() {
        told.stream()
                .filter(one -> one.answer().status() == 503)
                .limit(AGAIN)
                .toList()
                .forEach(one -> buy(one.key()).expect(201, 202));
        String own = " WHERE tenant_id = '" + shop.tenant() + "'";
        // The gateway is asked a minute later what became of charges whose answer was lost: that minute is over.
        sql("UPDATE sales_payment SET due_at = {ts '2020-01-01 00:00:00'}" + own + " AND state = 'INTENDED'");
        nothing("SELECT p.id FROM sales_purchase p JOIN sales_payment y ON y.tenant_id = p.tenant_id"
                + " AND y.purchase_id = p.id JOIN sales_sandbox s ON s.tenant_id = y.tenant_id AND s.id = y.id"
                + " WHERE p.status = 'PROCESSING_TRANSACTION' AND p.tenant_id = '" + shop.tenant() + "'");
        nothing("SELECT id FROM core_delivery" + own);
        Map<String, String> purchases = new HashMap<>();
        for (String line : sql("SELECT buyer_email, id FROM sales_purchase" + own)) {
            String[] column = line.split("\t");
            assertNull(purchases.put(column[0], column[1]), "two purchases under one key");
        }
        for (Told one : told) {
            if (one.answer().isSuccess()) {
                assertEquals(one.answer().text("transaction"), purchases.get(email(one.key())));
            }
        }
        String approved = sql("SELECT COUNT(*) FROM sales_purchase" + own + " AND status = 'APPROVED'")
                .get(0);
        assertEquals(
                List.of(approved),
                sql("SELECT COUNT(*) FROM sales_sandbox" + own + " AND kind = 'CHARGE' AND refused = FALSE"));
        assertEquals(
                List.of("access\t" + approved, "receipt\t" + approved, "sale\t" + approved),
                sql("SELECT template, COUNT(DISTINCT about) FROM core_mail" + own
                        + " GROUP BY template HAVING COUNT(*) = COUNT(DISTINCT about) ORDER BY template"));
    }

    private void nothing(String query) {
        await(query)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(300))
                .until(() -> sql(query).isEmpty());
    }

    private List<String> sql(String sql) {
        return shop.platform().probe().sql(sql);
    }

    /** Milliseconds until the platform says that it is ready, or not. */
    long untilReady(boolean ready) {
        long start = System.nanoTime();
        await(ready ? "ready" : "not ready")
                .atMost(SOON)
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
