package org.bottega.itests;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Shop;

/** Clients that buy without pause, each purchase under a key of its own, and write down what they were answered. */
final class Buyers {

    private final Shop shop;
    private final String offer;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final List<Future<?>> running = new ArrayList<>();
    private ExecutorService threads;
    private volatile boolean open;

    Buyers(Shop shop, String offer) {
        this.shop = shop;
        this.offer = offer;
    }

    /** Whose address every purchase under this key carries. */
    static String email(String key) {
        return "key-" + key + "@markcrash.example";
    }

    void start(int clients) {
        open = true;
        threads = Executors.newFixedThreadPool(clients);
        running.clear();
        for (int i = 0; i < clients; i++) {
            running.add(threads.submit(this::buyOn));
        }
    }

    private void buyOn() {
        while (open) {
            String key = UUID.randomUUID().toString();
            asked.add(key);
            inFlight.incrementAndGet();
            try {
                ask(key).expect(201);
            } catch (UncheckedIOException killed) {
                return;
            } finally {
                inFlight.decrementAndGet();
            }
        }
    }

    /** Buys under this key, again or for the first time; a 201 is written down. */
    Answer ask(String key) {
        Sales sales = new Sales(shop);
        Answer answer = shop.sendAsOne(
                sales.purchaseCall(offer, Sales.APPROVED, email(key)).key(key));
        if (answer.status() == 201) {
            answers.put(key, answer);
        }
        return answer;
    }

    /** Ends; a client that met anything but 201 or the cut line fails here. */
    void stop() throws Exception {
        open = false;
        threads.shutdown();
        for (Future<?> future : running) {
            future.get(90, TimeUnit.SECONDS);
        }
    }

    int inFlight() {
        return inFlight.get();
    }

    Map<String, Answer> answered() {
        return answers;
    }

    Set<String> unanswered() {
        Set<String> keys = new TreeSet<>(asked);
        keys.removeAll(answers.keySet());
        return keys;
    }
}
