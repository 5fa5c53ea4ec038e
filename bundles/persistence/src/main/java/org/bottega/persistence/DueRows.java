package org.bottega.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Due rows: columns {@code due_at}, {@code due_attempts}, {@code due_error}. {@link #find} is the one look across tenants: it
 * reads without locks and sees nothing of a row but when it is due, its tenant, its id and one more short column to group by.
 * For the platform's sweepers.
 */
@ProviderType
public interface DueRows {

    /**
     * A due row.
     *
     * @param lane value of the asked column, or null
     * @param dueAt since when it is due
     * @param attempts failed attempts so far
     */
    record Due(String tenant, String id, String lane, Instant dueAt, int attempts) {}

    /**
     * Rows whose {@code due_at} is not after {@code now}, the longest due first. Needs neither a caller nor a unit of work.
     *
     * @param table a tenant table with {@code id} and the due columns
     * @param laneColumn one more column to read, or null
     * @param skip tenants to leave out
     */
    List<Due> find(String table, String laneColumn, Instant now, int limit, Set<String> skip);

    /** Rows of one tenant whose {@code due_at} is not after {@code now}, the longest due first. Needs neither as well. */
    List<Due> of(String table, String tenant, Instant now, int limit);

    /** How many rows have a {@code due_at} that is not after {@code now}. Needs neither as well. */
    long count(String table, Instant now);

    /** The first {@code due_at} of one tenant's rows, or null when there is none. Needs neither as well. */
    Instant next(String table, String tenant);

    /** When the next row of the table falls due, or null when none will. Needs neither a caller nor a unit of work. */
    default Instant next(String table) {
        return next(table, null);
    }

    /** How many rows are parked ({@code due_at} null, {@code due_error} set), by tenant. Reads the whole table. Needs neither. */
    Map<String, Long> parked(String table);

    /**
     * Notes a failed attempt at a row of the current tenant, in the open unit of work, whichever unit owns the table: one more
     * attempt than was seen. A row that meanwhile is not due at all ({@code due_at} null) is left alone; one that the work
     * itself has put off keeps its new {@code due_at}, unless it is to be parked.
     *
     * @param seen the row as {@link #find} gave it
     * @param dueAt when to try again, or null to park the row
     * @param error why it failed, cut to 500 characters
     */
    void failed(String table, Due seen, Instant dueAt, String error);

    /** Forgets the failed attempts of a row of the current tenant, in the open unit of work; {@code due_at} is left alone. */
    void succeeded(String table, String id);
}
