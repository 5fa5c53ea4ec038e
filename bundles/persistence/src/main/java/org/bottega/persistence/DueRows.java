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
     * @param laneColumn one more column to read, which the unit's persistence.xml declares in {@code bottega.lanes}, or null
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

    /**
     * A row that was given up: {@code due_at} is null, {@code due_attempts} is not 0.
     *
     * @param error why the last attempt failed
     */
    record Parked(String id, int attempts, String error) {}

    /**
     * How many rows are parked, by tenant; no more than {@code most} are counted. An index on {@code (due_at, due_attempts)}
     * answers it without reading the table. Needs neither.
     */
    Map<String, Long> countParked(String table, int most);

    /** Parked rows of the current tenant, in the open unit of work, ordered by id. */
    List<Parked> parked(String table, int most);

    /**
     * Makes a parked row of the current tenant due again, in the open unit of work, with no attempt counted.
     *
     * @param id the row, or null for all that are parked
     * @return how many
     */
    int retry(String table, String id, Instant dueAt);

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
