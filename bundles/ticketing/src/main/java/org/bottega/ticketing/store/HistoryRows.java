package org.bottega.ticketing.store;

import java.util.List;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.HistoryEntry;
import org.bottega.ticketing.HistoryEntry.What;

/** What happened to tickets. Only ever added to. */
public final class HistoryRows extends Rows {

    private static final int MOST = 500;
    private static final int LENGTH = 500;

    HistoryRows(Store store) {
        super(store);
    }

    /** Adds a line. */
    public void insert(String ticket, HistoryEntry entry) {
        String details = entry.details();
        update(
                "insert into ticketing_history (tenant_id, id, ticket_id, what, actor, author, made_at, details)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                tenant(),
                entry.id(),
                ticket,
                entry.what().name(),
                entry.actor().name(),
                entry.author(),
                entry.at(),
                details == null || details.length() <= LENGTH ? details : details.substring(0, LENGTH));
    }

    /** Id of the line by which what a ticket asks for began last; ids go by time, those of comments too. */
    public String begun(String ticket) {
        return query(
                        "select max(id) from ticketing_history where tenant_id = ? and ticket_id = ?"
                                + " and what in ('OPENED', 'CHANGED', 'REOPENED')",
                        row -> row.string(1),
                        tenant(),
                        ticket)
                .get(0);
    }

    /** The first five hundred of a ticket, the oldest first. */
    public List<HistoryEntry> of(String ticket) {
        return query(
                "select id, what, actor, author, made_at, details from ticketing_history"
                        + " where tenant_id = ? and ticket_id = ? order by id fetch first ? rows only",
                row -> new HistoryEntry(
                        row.string(1),
                        What.valueOf(row.string(2)),
                        Actor.valueOf(row.string(3)),
                        row.string(4),
                        row.instant(5),
                        row.string(6)),
                tenant(),
                ticket,
                MOST);
    }
}
