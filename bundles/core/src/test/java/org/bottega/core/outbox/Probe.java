package org.bottega.core.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bottega.api.UnitOfWork;
import org.bottega.api.spi.DomainEventListener;

/** A listener that remembers what it was told for good, and fails on what it is asked to. */
final class Probe implements DomainEventListener<Happened> {

    private final UnitOfWork unit;
    private final String id;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final List<String> attempts = new CopyOnWriteArrayList<>();
    private final Set<String> bad = ConcurrentHashMap.newKeySet();
    private volatile Runnable also = () -> {};

    Probe(UnitOfWork unit, String id) {
        this.unit = unit;
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String module() {
        return ProbeModule.ID;
    }

    @Override
    public Class<Happened> type() {
        return Happened.class;
    }

    @Override
    public void on(Happened event, Instant at) {
        attempts.add(event.name());
        also.run();
        if (bad.contains(event.name())) {
            throw new IllegalArgumentException("cannot bear " + event.name());
        }
        unit.afterCommit(() -> heard.add(event.name()));
    }

    /** Fails on this event from now on. */
    Probe refuse(String name) {
        bad.add(name);
        return this;
    }

    void accept(String name) {
        bad.remove(name);
    }

    /** Does this too with each event, before it fails if it is to. */
    void also(Runnable effect) {
        also = effect;
    }

    /** Names of the events it has been told, in the order of their commits. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    /** Names of the events it has been offered. */
    List<String> attempts() {
        return List.copyOf(attempts);
    }
}
