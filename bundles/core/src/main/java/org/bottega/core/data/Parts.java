package org.bottega.core.data;

import java.util.List;
import org.bottega.persistence.TenantTables.Column;
import org.bottega.persistence.TenantTables.Kind;
import org.bottega.persistence.TenantTables.Table;

/**
 * Tables that hold contents in parts: a key of tenant, whole and number of the part, and one column of bytes, such as the
 * chunks of files.
 */
final class Parts {

    private static final int KEY = 3;

    private Parts() {}

    /** Whether the table is one. */
    static boolean are(Table table) {
        List<Column> bytes = table.columns().stream()
                .filter(column -> column.kind() == Kind.BYTES)
                .toList();
        return table.key().size() == KEY
                && bytes.size() == 1
                && !bytes.get(0).optional()
                && column(table, table.key().get(1)).kind() == Kind.TEXT
                && column(table, table.key().get(2)).kind() == Kind.NUMBER;
    }

    private static Column column(Table table, String name) {
        return table.columns().get(table.place(name));
    }

    /** Whose part a row is. */
    static String whole(Table table, Object[] row) {
        return (String) row[table.place(table.key().get(1))];
    }

    /** Place of the bytes among the columns. */
    static int content(Table table) {
        List<Column> columns = table.columns();
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() == Kind.BYTES) {
                return i;
            }
        }
        throw new IllegalArgumentException(table.name() + " has no bytes");
    }
}
