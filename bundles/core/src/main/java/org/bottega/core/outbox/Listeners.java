package org.bottega.core.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.bottega.api.platform.Modules;
import org.bottega.api.spi.AnyEventListener;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.core.deadline.Tracked;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The listeners that run on this node. A new one is subscribed before its bundle's start goes on. */
@Component(service = Listeners.class, immediate = true)
public final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    private static final Duration DRAIN = Duration.ofSeconds(10);

    private final Subscriptions subscriptions;
    private final Modules modules;
    private final Map<String, Tracked<Ear>> present = new ConcurrentHashMap<>();

    @Activate
    public Listeners(@Reference Subscriptions subscriptions, @Reference Modules modules) {
        this.subscriptions = subscriptions;
        this.modules = modules;
    }

    @Reference(name = "listener", cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bind(DomainEventListener<?> listener) {
        come(Ear.of(listener));
    }

    /** Waits for the batch that the listener is at. */
    public void unbind(DomainEventListener<?> listener) {
        go(Ear.of(listener));
    }

    @Reference(name = "all", cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void bindAll(AnyEventListener listener) {
        come(Ear.of(listener));
    }

    /** Waits for the batch that the listener is at. */
    public void unbindAll(AnyEventListener listener) {
        go(Ear.of(listener));
    }

    private void come(Ear ear) {
        subscriptions.want(ear.subscription());
        present.put(ear.id(), new Tracked<>(ear));
    }

    private void go(Ear ear) {
        subscriptions.release(ear.subscription());
        Tracked<Ear> tracked = present.get(ear.id());
        if (tracked != null && tracked.service().service() == ear.service()) {
            present.remove(ear.id(), tracked);
            if (!tracked.close(DRAIN)) {
                LOG.warn("Listener {} goes away in the midst of a batch", ear.id());
            }
        }
    }

    /** Ids of the listeners here. */
    Set<String> ids() {
        return Set.copyOf(present.keySet());
    }

    /** Whether deliveries of the tenant to this listener can be made here. A module that is off hears nothing, and misses nothing. */
    boolean isHere(String tenant, String listener) {
        return enterable(new Lane(tenant, listener)).isPresent();
    }

    /** Whether the lane's listener is here, and on for the tenant, which is not suspended. */
    public boolean runs(Lane lane) {
        Tracked<Ear> listener = present.get(lane.listener());
        return listener != null
                && modules.runs(lane.tenant(), listener.service().module());
    }

    /** Begins a use of the lane's listener, to be ended by its {@code leave}; empty when it is away, or off for the tenant, or
     * the tenant is suspended. */
    Optional<Tracked<Ear>> enter(Lane lane) {
        return enterable(lane).filter(Tracked::enter);
    }

    private Optional<Tracked<Ear>> enterable(Lane lane) {
        return Optional.ofNullable(present.get(lane.listener()))
                .filter(listener ->
                        modules.runs(lane.tenant(), listener.service().module()));
    }
}
