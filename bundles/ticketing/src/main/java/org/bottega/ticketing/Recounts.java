package org.bottega.ticketing;

import java.time.Instant;
import java.util.List;
import org.bottega.ticketing.HistoryEntry.What;
import org.bottega.ticketing.store.RecountRows.Recount;
import org.bottega.ticketing.store.TicketRow;
import org.bottega.ticketing.store.TicketTables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A zone or the policy has changed: open deadlines are computed anew, a few at a time, and the histories say so (D17). */
@Component(service = Recounts.class)
public final class Recounts {

    private static final int AT_ONCE = 200;

    private final Platform platform;
    private final TicketTables tables;
    private final Records records;
    private final Deadlines deadlines;

    @Activate
    public Recounts(
            @Reference Platform platform,
            @Reference TicketTables tables,
            @Reference Records records,
            @Reference Deadlines deadlines) {
        this.platform = platform;
        this.tables = tables;
        this.records = records;
        this.deadlines = deadlines;
    }

    /** Those of a seller, or of all when it is null. In the open unit of work. */
    public void begin(String seller, String why) {
        tables.recounts().insert(new Recount(platform.ids().next(), seller, why, ""), platform.now());
    }

    /** The next few. In the open unit of work. */
    public void goOn(String id) {
        tables.recounts().lock(id, platform.now()).ifPresent(recount -> {
            List<TicketRow> rows = tables.tickets().open(recount.seller(), recount.after(), AT_ONCE);
            rows.forEach(row -> again(row, recount.why()));
            if (rows.size() < AT_ONCE) {
                tables.recounts().done(id);
            } else {
                tables.recounts()
                        .goOn(id, rows.get(rows.size() - 1).id(), platform.now().plusMillis(1));
            }
        });
    }

    private void again(TicketRow row, String why) {
        Instant before = row.due().at();
        if (before == null || row.refund().refusals() > 0) {
            return;
        }
        deadlines.plan(row);
        if (!before.equals(row.due().at())) {
            records.line(
                    row, What.DEADLINE, Actor.SYSTEM, why + ": due " + row.due().at() + " instead of " + before);
        }
    }
}
