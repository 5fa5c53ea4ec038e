package org.bottega.core.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.bottega.api.Audit;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Ids;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.AuditLog;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The audit, in the database: one insert beside the change it tells of. */
@Component(service = {Audit.class, AuditLog.class})
public final class DatabaseAudit implements Audit, AuditLog {

    private static final int ACTOR = 100;
    private static final int REQUEST = 100;

    private final AuditRows rows;
    private final UnitOfWork unit;
    private final Callers callers;
    private final Ids ids;
    private final Clock clock;
    private final ObjectMapper json = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    @Activate
    public DatabaseAudit(
            @Reference(target = "(unit=core)") Store store,
            @Reference UnitOfWork unit,
            @Reference Callers callers,
            @Reference Ids ids,
            @Reference Clock clock) {
        this.rows = new AuditRows(store);
        this.unit = unit;
        this.callers = callers;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public void record(String action, String subject, Map<String, ?> details) {
        Caller caller = callers.current();
        rows.add(new Entry(
                ids.next(),
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                caller.kind().name(),
                cut(caller.id(), ACTOR),
                caller.seller(),
                cut(caller.request(), REQUEST),
                action,
                subject,
                text(details)));
    }

    @Override
    public Page<Entry> find(Filter filter, PageRequest request) {
        Caller caller = callers.current();
        String scope = caller.tenant() + '|' + caller.seller() + '|' + filter;
        AuditCursor before = request.cursor() == null ? null : AuditCursor.of(request.cursor(), scope);
        List<Entry> found = unit.call(() -> rows.newest(before, filter, caller.seller(), request.limit() + 1));
        boolean more = found.size() > request.limit();
        List<Entry> items = more ? found.subList(0, request.limit()) : found;
        Entry last = more ? items.get(items.size() - 1) : null;
        return new Page<>(items, more ? new AuditCursor(last.at(), last.id()).text(scope) : null);
    }

    private String text(Map<String, ?> details) {
        try {
            return json.writeValueAsString(Plain.of(details));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("details that are no JSON", e);
        }
    }

    private static String cut(String text, int max) {
        return text == null || text.length() <= max ? text : text.substring(0, max);
    }
}
