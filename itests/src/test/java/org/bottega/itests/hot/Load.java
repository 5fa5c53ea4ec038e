package org.bottega.itests.hot;

import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Http;
import org.bottega.itests.harness.Shop;

/**
 * Clients that send without pause, each over its own keep-alive connection, and what every single request met. One that is
 * refused for the moment is sent again, under the same key, until it is answered.
 */
final class Load {

    /** Between two attempts. */
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(90);

    /** What a client says and hears. Each is one thread's. */
    interface Client {
        Call next();

        void heard(Call call, Answer answer);
    }

    /**
     * One request.
     *
     * @param from when it was sent, in nanoseconds of this machine's clock
     * @param what status and code, or the failure of the connection
     */
    record Met(long from, long millis, String what, String call) {
        boolean isAnswered() {
            return what.startsWith("2");
        }

        /** Whether it is an honest "not now": 503 with Retry-After, or no connection. */
        boolean isAway() {
            return what.endsWith("-unavailable, again in 2 s") || what.startsWith("ConnectException");
        }

        boolean isWithin(long begin, long end) {
            return from < end && from + TimeUnit.MILLISECONDS.toNanos(millis) > begin;
        }
    }

    private final Shop shop;
    private final List<Client> clients;
    private final ExecutorService threads;
    private final List<Future<?>> running = new ArrayList<>();
    private final Queue<Met> met = new ConcurrentLinkedQueue<>();
    private final AtomicInteger answered = new AtomicInteger();
    private volatile boolean open = true;

    Load(Shop shop, List<? extends Client> clients) {
        this.shop = shop;
        this.clients = List.copyOf(clients);
        this.threads = Executors.newFixedThreadPool(clients.size());
    }

    Load start() {
        clients.forEach(client -> running.add(threads.submit(() -> work(client))));
        return this;
    }

    private void work(Client client) {
        Http http = new Http(URI.create(shop.http().base()).getPort());
        while (open) {
            Call call = client.next();
            long begun = System.nanoTime();
            while (!send(http, client, call) && System.nanoTime() - begun < PATIENCE) {
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    /** Returns whether there is no sense in sending it again. */
    private boolean send(Http http, Client client, Call call) {
        long from = System.nanoTime();
        Met now;
        try {
            Answer answer = http.send(call, shop.all().token());
            now = met(from, what(answer), call);
            if (now.isAnswered()) {
                client.heard(call, answer);
                answered.incrementAndGet();
            }
        } catch (RuntimeException e) {
            now = met(from, String.valueOf(e.getCause() == null ? e : e.getCause()), call);
        }
        return !now.isAway();
    }

    private Met met(long from, String what, Call call) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - from);
        String plain = what.replaceFirst("^java\\.net\\.(\\w*\\.)*", "");
        Met one = new Met(from, millis, plain, call.toString());
        met.add(one);
        return one;
    }

    private static String what(Answer answer) {
        if (answer.isSuccess()) {
            return String.valueOf(answer.status());
        }
        String code = answer.body().startsWith("{") ? answer.text("code") : answer.toString();
        return answer.status() + " " + code
                + answer.header("Retry-After")
                        .map(s -> ", again in " + s + " s")
                        .orElse("");
    }

    /** Waits for so many more answers. */
    void more(int answers) {
        int enough = answered.get() + answers;
        await("answers").atMost(Duration.ofSeconds(60)).until(() -> answered.get() >= enough);
    }

    /** Ends when what is being sent is answered. */
    Load stop() throws Exception {
        open = false;
        threads.shutdown();
        for (Future<?> future : running) {
            future.get(120, TimeUnit.SECONDS);
        }
        return this;
    }

    List<Met> all() {
        return List.copyOf(met);
    }

    /** All that were not answered with success. */
    List<Met> refused() {
        return met.stream().filter(one -> !one.isAnswered()).toList();
    }

    /** All that met neither an answer nor an honest "not now". */
    List<Met> wronged() {
        return refused().stream().filter(one -> !one.isAway()).toList();
    }

    /** Those that were under way between two instants. */
    List<Met> during(long begin, long end) {
        return met.stream().filter(one -> one.isWithin(begin, end)).toList();
    }

    /** How many requests met what. */
    static Map<String, Integer> counts(List<Met> some) {
        Map<String, Integer> counts = new TreeMap<>();
        some.forEach(one -> counts.merge(one.what(), 1, Integer::sum));
        return counts;
    }

    /** The milliseconds within which this share of requests, in percent, ended. */
    static long percentile(List<Met> some, int percent) {
        List<Long> sorted = some.stream().map(Met::millis).sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
