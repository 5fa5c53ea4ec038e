package org.bottega.core.base;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.bottega.api.UnitOfWork;

/**
 * What was read from the database, at most a second old. A change made on this node shows at once after its commit, and
 * before it to the unit of work that makes it. Absence is not remembered, so what other nodes add is found immediately.
 */
public final class Fresh<K, V> {

    private static final Duration AGE = Duration.ofSeconds(1);

    private final UnitOfWork unit;
    private final Cache<K, V> cache;
    private final AtomicLong changes = new AtomicLong();
    private final ThreadLocal<Set<K>> touched = new ThreadLocal<>();

    public Fresh(UnitOfWork unit, long size) {
        this.unit = unit;
        this.cache =
                Caffeine.newBuilder().expireAfterWrite(AGE).maximumSize(size).build();
    }

    /** The value, from memory or by {@code load}. */
    public Optional<V> get(K key, Supplier<Optional<V>> load) {
        if (isTouched(key)) {
            return load.get();
        }
        V known = cache.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        long before = changes.get();
        Optional<V> loaded = load.get();
        if (isTouched(key)) {
            return loaded;
        }
        loaded.ifPresent(value -> cache.put(key, value));
        if (changes.get() != before) {
            cache.invalidate(key);
        }
        return loaded;
    }

    /** To be called in the unit of work that changes the value. */
    public void changed(K key) {
        Set<K> mine = touched.get();
        if (mine == null) {
            mine = new HashSet<>();
            touched.set(mine);
        }
        mine.add(key);
        unit.afterCommit(() -> {
            touched.remove();
            changes.incrementAndGet();
            cache.invalidate(key);
        });
    }

    private boolean isTouched(K key) {
        Set<K> mine = touched.get();
        if (mine == null) {
            return false;
        }
        if (unit.isOpen()) {
            return mine.contains(key);
        }
        touched.remove();
        return false;
    }
}
