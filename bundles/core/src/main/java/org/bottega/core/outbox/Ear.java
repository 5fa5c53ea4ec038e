package org.bottega.core.outbox;

import java.util.function.BiConsumer;
import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;
import org.bottega.api.spi.AnyEventListener;
import org.bottega.api.spi.DomainEventListener;

/**
 * A listener of either sort, as the outbox sees it.
 *
 * @param service the listener itself
 * @param told takes a delivery, the payload still being JSON
 */
record Ear(Object service, Subscription subscription, BiConsumer<EventJson, Delivery> told) {

    static <E extends DomainEvent> Ear of(DomainEventListener<E> listener) {
        EventType type = listener.type().getAnnotation(EventType.class);
        if (type == null) {
            throw new IllegalArgumentException(listener.type().getName() + " has no @EventType");
        }
        return new Ear(
                listener,
                new Subscription(listener.id(), listener.module(), type.value()),
                (json, delivery) -> listener.on(
                        json.read(listener.type(), delivery.told().payload()),
                        delivery.told().at()));
    }

    static Ear of(AnyEventListener listener) {
        return new Ear(
                listener,
                new Subscription(listener.id(), listener.module(), Subscription.ALL),
                (json, delivery) -> listener.on(new AnyEventListener.Told(
                        delivery.told().id(),
                        delivery.told().type(),
                        delivery.aggregate(),
                        delivery.told().payload(),
                        delivery.told().at())));
    }

    String id() {
        return subscription.listener();
    }

    String module() {
        return subscription.module();
    }
}
