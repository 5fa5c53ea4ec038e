package org.bottega.web.idempotency;

import java.time.Clock;
import org.bottega.api.spi.DueWork;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forgets keys after a day. */
@Component
public final class Expiry implements DueWork {

    private final Records records;
    private final Clock clock;

    @Activate
    public Expiry(@Reference(target = "(unit=web)") Store store, @Reference(target = "(time=real)") Clock clock) {
        this.records = new Records(store);
        this.clock = clock;
    }

    @Override
    public String id() {
        return "web.idempotency";
    }

    /** The platform itself, which is on for everybody. */
    @Override
    public String module() {
        return "core";
    }

    @Override
    public String table() {
        return Records.TABLE;
    }

    @Override
    public boolean realTime() {
        return true;
    }

    /** Takes the tenant's other due rows along: one by one would cost a transaction each. */
    @Override
    public void process(String id) {
        records.sweep(clock.instant());
    }
}
