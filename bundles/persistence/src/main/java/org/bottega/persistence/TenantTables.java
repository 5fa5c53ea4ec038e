package org.bottega.persistence;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/**
 * All tables that hold tenants' rows, of every unit, as the database itself tells: also of units whose bundle is not here.
 * For the platform, which takes out and removes what belongs to somebody. What reads or changes rows needs an open unit of
 * work and reaches the rows of its tenant only.
 */
@ProviderType
public interface TenantTables {

    /** What the values of a column are: String, Long, Boolean, Instant or byte[]. */
    enum Kind {
        TEXT,
        NUMBER,
        FLAG,
        INSTANT,
        BYTES
    }

    /**
     * A column.
     *
     * @param name in lower case
     * @param size most characters of a text
     * @param optional whether it may be null
     */
    record Column(String name, Kind kind, int size, boolean optional) {}

    /**
     * A table.
     *
     * @param name in lower case
     * @param columns in the table's order
     * @param key names of the columns of the primary key, {@code tenant_id} first
     */
    record Table(String name, List<Column> columns, List<String> key) {

        /** Place of the column among the columns, from 0, or -1. */
        public int place(String column) {
            for (int i = 0; i < columns.size(); i++) {
                if (columns.get(i).name().equals(column)) {
                    return i;
                }
            }
            return -1;
        }

        /** Whether it has a column of this kind. */
        public boolean has(Kind kind) {
            return columns.stream().anyMatch(column -> column.kind() == kind);
        }
    }

    /** All of them, each behind those that it refers to. Needs neither a caller nor a unit of work. */
    List<Table> list();

    /**
     * Rows in the order of the key; values stand as the columns do.
     *
     * @param after the last row of the page before, or null
     */
    List<Object[]> page(Table table, Object[] after, int most);

    /** How many rows there are. */
    long count(Table table);

    /** Removes rows, the first ones by key, and returns how many: fewer than {@code most} when none is left. */
    int remove(Table table, int most);

    /**
     * Changes columns of one row. Where the table has a column {@code version}, it counts on, so that a change made meanwhile
     * through an entity fails and is made again.
     */
    void change(Table table, Object[] row, Map<String, Object> values);
}
