package org.bottega.core.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.ToIntFunction;
import org.bottega.api.Caller;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Tenants;
import org.bottega.core.base.Inside;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Removes events that everybody has heard and mails that were sent, once they are old, in small units of work. */
@Component(service = Retention.class, configurationPid = "org.bottega.core.retention")
@Designate(ocd = Retention.Config.class)
public final class Retention {

    /** For how long what is done is kept. */
    @ObjectClassDefinition(name = "Bottega retention")
    public @interface Config {
        @AttributeDefinition(description = "Days that events are kept which everybody has heard; 0: for ever.")
        int eventDays() default 90;

        @AttributeDefinition(description = "Days that sent mails are kept; 0: for ever.")
        int mailDays() default 90;
    }

    static final int BATCH = 200;
    private static final String ME = "core.retention";

    private final OldRows rows;
    private final Inside inside;
    private final Tenants tenants;
    private final Clock clock;
    private final Config config;
    private volatile boolean open = true;

    @Activate
    public Retention(
            @Reference(target = "(unit=core)") Store store,
            @Reference Inside inside,
            @Reference Tenants tenants,
            @Reference(target = "(time=real)") Clock clock,
            Config config) {
        this.rows = new OldRows(store);
        this.inside = inside;
        this.tenants = tenants;
        this.clock = clock;
        this.config = config;
    }

    /** Ends a run after the rows that are being removed. */
    void stop() {
        open = false;
    }

    /** Removes what is too old, of all tenants. Returns how many rows. */
    int run() {
        int removed = 0;
        for (Tenant tenant : tenants.list()) {
            removed += run(tenant.id(), config.eventDays(), before -> rows.removeEvents(before, BATCH));
            removed += run(tenant.id(), config.mailDays(), before -> rows.removeMails(before, BATCH));
        }
        return removed;
    }

    private int run(String tenant, int days, ToIntFunction<Instant> batch) {
        if (days <= 0) {
            return 0;
        }
        Instant before = clock.instant().minus(Duration.ofDays(days));
        int removed = 0;
        int last = BATCH;
        while (last == BATCH && open) {
            last = inside.as(Caller.system(tenant, ME, ME), () -> batch.applyAsInt(before));
            removed += last;
        }
        return removed;
    }
}
