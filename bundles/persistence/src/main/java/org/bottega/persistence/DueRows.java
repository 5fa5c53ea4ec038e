package org.bottega.persistence;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The one look across tenants: which rows are due. It reads without locks and sees nothing of a row but its tenant, its id
 * and one more short column to group by. For the platform's sweepers.
 */
@ProviderType
public interface DueRows {

    /**
     * A due row.
     *
     * @param lane value of the asked column, or null
     */
    record Due(String tenant, String id, String lane) {}

    /**
     * Rows whose {@code due_at} is not after {@code now}, the longest due first.
     *
     * @param table a tenant table with {@code id} and {@code due_at}
     * @param laneColumn one more column to read, or null
     * @param skip tenants to leave out
     */
    List<Due> find(String table, String laneColumn, Instant now, int limit, Set<String> skip);

    /** When the next row of the table falls due, or null when none will. */
    Instant next(String table);
}
