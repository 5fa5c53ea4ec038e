package org.bottega.web.module;

import com.fasterxml.jackson.databind.type.TypeFactory;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.bottega.api.UnitOfWork;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.api.spi.RestResource;
import org.bottega.persistence.Store;
import org.bottega.web.WebConfig;
import org.bottega.web.idempotency.Idempotency;
import org.bottega.web.platform.PlatformRest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the resources of every module that is there. A module that comes or goes touches no other module's requests. */
@Component(service = Publisher.class, immediate = true, configurationPid = WebConfig.PID)
@Designate(ocd = WebConfig.class)
public final class Publisher {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);

    /** How long a request waits for its module to come back, in nanoseconds. */
    private static final long WAIT = TimeUnit.SECONDS.toNanos(2);

    /** How long after it went a module that is being replaced is waited for, in nanoseconds. */
    private static final long REPLACED = TimeUnit.SECONDS.toNanos(10);

    /** Threads that may wait at once: the rest is needed for the modules that are there. */
    private final Semaphore waiting = new Semaphore(64);

    private final Servers servers;
    private final Map<String, Published> published = new ConcurrentHashMap<>();
    private final Map<String, List<RestResource>> offered = new HashMap<>();
    private final Map<String, Long> expected = new ConcurrentHashMap<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    @Activate
    public Publisher(
            WebConfig config,
            @Reference UnitOfWork unit,
            @Reference(target = "(unit=web)") Store store,
            @Reference(target = "(time=real)") Clock clock) {
        this.servers = new Servers(new Idempotency(unit, store, clock), config.bodyLimit());
    }

    /** Begins to serve a module. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addResource(RestResource resource) {
        if (ModuleInfo.RESERVED.contains(resource.module()) && !(resource instanceof PlatformRest)) {
            LOG.error("Module {} is NOT served: its id is kept for the platform's own operations", resource.module());
            return;
        }
        lock.lock();
        try {
            List<RestResource> same = offered.computeIfAbsent(resource.module(), id -> new ArrayList<>());
            same.add(resource);
            if (same.size() == 1) {
                publish(resource);
            } else {
                LOG.warn("Module {} is offered twice; the second is served when the first has gone", resource.module());
            }
        } finally {
            lock.unlock();
        }
    }

    private void publish(RestResource resource) {
        try {
            published.put(resource.module(), servers.publish(resource));
            expected.remove(resource.module());
            changed.signalAll();
            LOG.debug("Module {} is served", resource.module());
        } catch (RuntimeException e) {
            LOG.error("Module {} is NOT served: {}", resource.module(), e.getMessage(), e);
        }
    }

    /** Stops serving a module, once its running requests have ended. */
    public void removeResource(RestResource resource) {
        String module = resource.module();
        Published gone;
        lock.lock();
        try {
            List<RestResource> same = offered.getOrDefault(module, List.of());
            gone = !same.isEmpty() && same.get(0) == resource ? published.remove(module) : null;
            if (gone != null && Replacement.isBegun(resource)) {
                expected.put(module, System.nanoTime() + REPLACED);
            }
            same.remove(resource);
        } finally {
            lock.unlock();
        }
        if (gone != null) {
            end(gone);
            next(module);
        }
    }

    private void next(String module) {
        lock.lock();
        try {
            List<RestResource> same = offered.getOrDefault(module, List.of());
            if (!same.isEmpty() && !published.containsKey(module)) {
                publish(same.get(0));
            }
        } finally {
            lock.unlock();
        }
    }

    private static void end(Published gone) {
        gone.end();
        // All mappers that nobody gave a factory of their own, in modules too, share this one.
        TypeFactory.defaultInstance().clearCache();
    }

    /**
     * The module, begun; who gets it must call {@link Published#leave}. While it is away, waits a little for it to come back.
     */
    public Optional<Published> enter(String module) {
        Published now = published.get(module);
        return now != null && now.enter() ? Optional.of(now) : await(module);
    }

    private Optional<Published> await(String module) {
        if (!waiting.tryAcquire()) {
            return Optional.empty();
        }
        lock.lock();
        try {
            long left = patience(module);
            Published now = published.get(module);
            while (now == null || !now.enter()) {
                if (left <= 0) {
                    return Optional.empty();
                }
                left = changed.awaitNanos(left);
                now = published.get(module);
            }
            return Optional.of(now);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } finally {
            lock.unlock();
            waiting.release();
        }
    }

    private long patience(String module) {
        Long until = expected.get(module);
        return until == null ? WAIT : Math.max(WAIT, until - System.nanoTime());
    }

    /** All that is served now. */
    public Collection<Published> served() {
        return published.values();
    }

    @Deactivate
    public void stop() {
        List<Published> all = List.copyOf(published.values());
        published.clear();
        all.forEach(Publisher::end);
        servers.close();
    }
}
