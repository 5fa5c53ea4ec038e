package org.bottega.core.outbox;

import static java.util.stream.Collectors.groupingBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.bottega.api.Callers;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.Modules;
import org.bottega.core.base.Inside;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who is subscribed to what: durable rows, held in memory and read anew every second. */
@Component(service = Subscriptions.class)
public final class Subscriptions {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriptions.class);

    private final OutboxRows rows;
    private final Modules modules;
    private final Inside inside;
    private final Map<String, Subscription> wanted = new ConcurrentHashMap<>();
    private volatile Map<String, List<Subscription>> byType;

    @Activate
    public Subscriptions(
            @Reference OutboxRows rows,
            @Reference Modules modules,
            @Reference Callers callers,
            @Reference UnitOfWork unit) {
        this.rows = rows;
        this.modules = modules;
        this.inside = new Inside(callers, unit);
    }

    /** Listeners of the type, and of all types, whose module is on for the tenant. Needs an open unit of work the first time. */
    List<String> listeners(String tenant, String type) {
        Map<String, List<Subscription>> known = byType;
        if (known == null) {
            known = byType(rows.subscriptions());
        }
        return Stream.concat(
                        known.getOrDefault(type, List.of()).stream(),
                        known.getOrDefault(Subscription.ALL, List.of()).stream())
                .filter(s -> modules.isOn(tenant, s.module()))
                .map(Subscription::listener)
                .toList();
    }

    /** Writes the subscription of a listener that is here; when the database is not, {@link #refresh} does it later. */
    void want(Subscription subscription) {
        wanted.put(subscription.listener(), subscription);
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.warn("Subscription of {} is not written yet: {}", subscription.listener(), e.toString());
        }
    }

    /** The listener has gone; its subscription stays. */
    void release(Subscription subscription) {
        wanted.remove(subscription.listener(), subscription);
    }

    /** Writes what is missing and reads what there is. */
    void refresh() {
        byType = byType(inside.platform(this::settle));
    }

    private List<Subscription> settle() {
        if (byType == null) {
            rows.warmUp();
        }
        Map<String, Subscription> stored = new HashMap<>();
        rows.subscriptions().forEach(s -> stored.put(s.listener(), s));
        for (Subscription subscription : wanted.values()) {
            if (!subscription.equals(stored.put(subscription.listener(), subscription))) {
                rows.subscribe(subscription);
            }
        }
        return List.copyOf(stored.values());
    }

    private static Map<String, List<Subscription>> byType(List<Subscription> subscriptions) {
        return subscriptions.stream().collect(groupingBy(Subscription::eventType));
    }
}
