package org.bottega.core.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.bottega.api.Callers;
import org.bottega.api.Ids;
import org.bottega.api.UnitOfWork;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What operators did that outlives the marketplaces it was done to. */
@Component(service = Operations.class)
public final class Operations {

    /** A line of it; details are JSON. */
    public record Operation(Instant at, String actor, String action, String subject, String details) {}

    private static final int ACTOR = 100;

    private final OperationRows rows;
    private final UnitOfWork unit;
    private final Callers callers;
    private final Ids ids;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper();

    @Activate
    public Operations(
            @Reference(target = "(unit=core)") Store store,
            @Reference UnitOfWork unit,
            @Reference Callers callers,
            @Reference Ids ids,
            @Reference(target = "(time=real)") Clock clock) {
        this.rows = new OperationRows(store);
        this.unit = unit;
        this.callers = callers;
        this.ids = ids;
        this.clock = clock;
    }

    /** Writes a line. */
    public void record(String action, String subject, Map<String, ?> details) {
        unit.run(() -> {
            String actor = callers.current().id();
            String cut = actor.substring(0, Math.min(ACTOR, actor.length()));
            rows.add(ids.next(), new Operation(now(), cut, action, subject, text(details)));
        });
    }

    private String text(Map<String, ?> details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** From now on the marketplace goes and cannot be resumed. */
    void begin(String tenant) {
        unit.run(() -> {
            if (rows.begin(tenant, now())) {
                record("tenant.erase-begin", tenant, Map.of());
            }
        });
    }

    /** The marketplace itself goes. */
    void end(String tenant, Map<String, ?> removed) {
        unit.run(() -> {
            if (rows.removeTenant(tenant)) {
                record("tenant.erase", tenant, removed);
            }
        });
    }

    /** The newest first. */
    public List<Operation> newest(int limit) {
        return unit.call(() -> rows.newest(limit));
    }
}
