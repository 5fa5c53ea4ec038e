package org.bottega.itests.nodes;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What clients asked for and what they were answered, by whichever node: what must be true afterwards. */
final class Ledger {

    /**
     * A connection that broke before the answer.
     *
     * @param at by {@link System#nanoTime}
     */
    record Cut(String node, long at, String what) {}

    private final Set<String> wanted = ConcurrentHashMap.newKeySet();
    private final Map<String, String> bought = new ConcurrentHashMap<>();
    private final Set<String> givenBack = ConcurrentHashMap.newKeySet();
    private final Queue<Cut> cuts = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong waits = new AtomicLong();
    private final AtomicLong aways = new AtomicLong();

    /** Somebody is about to buy under this key. */
    void wants(String key) {
        wanted.add(key);
    }

    void bought(String key, String transaction) {
        bought.put(key, transaction);
    }

    void gaveBack(String transaction) {
        givenBack.add(transaction);
    }

    void answered() {
        answers.incrementAndGet();
    }

    /** Somebody was told that the first request under his key is still being worked on. */
    void waited() {
        waits.incrementAndGet();
    }

    /** Somebody was told that the module is away for the moment. */
    void away() {
        aways.incrementAndGet();
    }

    long aways() {
        return aways.get();
    }

    void cut(String node, String what) {
        cuts.add(new Cut(node, System.nanoTime(), what));
    }

    void wrong(String what) {
        wrong.add(what);
    }

    /** Keys that no purchase was answered to. */
    Set<String> unanswered() {
        Set<String> keys = new TreeSet<>(wanted);
        keys.removeAll(bought.keySet());
        return keys;
    }

    /** Acknowledged transactions by the key they were asked for under. */
    Map<String, String> bought() {
        return bought;
    }

    /** Transactions whose refund was acknowledged. */
    Set<String> givenBack() {
        return givenBack;
    }

    List<Cut> cuts() {
        return List.copyOf(cuts);
    }

    List<String> wrong() {
        return List.copyOf(wrong);
    }

    long answers() {
        return answers.get();
    }

    @Override
    public String toString() {
        return "%,d requests answered, %,d purchases, %,d refunds; %d connections cut, %d told to wait"
                .formatted(answers.get(), bought.size(), givenBack.size(), cuts.size(), waits.get() + aways.get());
    }
}
