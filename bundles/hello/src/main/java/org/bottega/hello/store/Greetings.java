package org.bottega.hello.store;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.bottega.api.Ids;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Order;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The greetings of the current tenant. The base class sees to the tenant; here is only what is particular. */
@Component(service = Greetings.class)
public final class Greetings extends Repository<Greeting> {

    private static final Order<Greeting> NEWEST = Order.descending("greetedAt", Greeting::greetedAt);

    private final Ids ids;
    private final Clock clock;

    @Activate
    public Greetings(@Reference(target = "(unit=hello)") Store store, @Reference Ids ids, @Reference Clock clock) {
        super(store, Greeting.class);
        this.ids = ids;
        this.clock = clock;
    }

    /** A new greeting, made now. */
    public Greeting create(String name) {
        return add(new Greeting(tenant(), ids.next(), name, clock.instant().truncatedTo(ChronoUnit.MILLIS)));
    }

    /** How many there are. */
    public long count() {
        return count(Where.all());
    }

    /** Newest first. */
    public Page<Greeting> newest(PageRequest request) {
        return page(Where.all(), NEWEST, request);
    }
}
