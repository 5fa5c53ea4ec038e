package org.bottega.itests.bench;

import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One row of a table, to be written again and again under new ids. */
final class RowCopy {

    private final String table;
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Map<String, Integer> types = new LinkedHashMap<>();
    private final Set<String> distinct;

    private RowCopy(String table, Set<String> distinct) {
        this.table = table;
        this.distinct = distinct;
    }

    /** The row of the tenant with the highest id. */
    static RowCopy newest(Connection connection, String table, String tenant) throws SQLException {
        RowCopy copy = new RowCopy(table, distinct(connection.getMetaData(), table));
        String sql = "select * from " + table + " where tenant_id = ? order by id desc fetch first row only";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, tenant);
            ResultSet rows = query.executeQuery();
            if (!rows.next()) {
                throw new IllegalStateException("no row in " + table);
            }
            ResultSetMetaData columns = rows.getMetaData();
            for (int i = 1; i <= columns.getColumnCount(); i++) {
                Object value = rows.getObject(i);
                String name = columns.getColumnName(i).toLowerCase(Locale.ROOT);
                copy.values.put(name, plain(value));
                copy.types.put(name, columns.getColumnType(i));
            }
        }
        connection.commit();
        return copy;
    }

    /** What can be bound again after the transaction in which it was read. */
    private static Object plain(Object value) throws SQLException {
        if (value instanceof Clob text) {
            return text.getSubString(1, (int) text.length());
        }
        return value instanceof Blob bytes ? bytes.getBytes(1, (int) bytes.length()) : value;
    }

    /** Columns whose values must differ from row to row: those of unique indexes that refer to no other table. */
    private static Set<String> distinct(DatabaseMetaData data, String table) throws SQLException {
        // Derby does not call a unique index unique when its columns may be null.
        Set<String> columns = new HashSet<>(Set.of("id", "request_key", "source"));
        String name = data.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        try (ResultSet indexes = data.getIndexInfo(null, null, name, true, true)) {
            while (indexes.next()) {
                columns.add(indexes.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        try (ResultSet keys = data.getImportedKeys(null, null, name)) {
            while (keys.next()) {
                columns.remove(keys.getString("FKCOLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        columns.remove("tenant_id");
        return columns;
    }

    String insert() {
        return "insert into " + table + " (" + String.join(", ", values.keySet()) + ") values (?"
                + ", ?".repeat(values.size() - 1) + ")";
    }

    Object value(String column) {
        return values.get(column);
    }

    void set(String column, Object value) {
        values.put(column, value);
    }

    /** Binds the row under this id. */
    void bind(PreparedStatement insert, String id) throws SQLException {
        int i = 1;
        for (Map.Entry<String, Object> value : values.entrySet()) {
            int type = types.get(value.getKey());
            boolean text = type == Types.VARCHAR && value.getValue() != null;
            if (text && distinct.contains(value.getKey())) {
                insert.setString(i++, id);
            } else if (value.getValue() == null) {
                insert.setNull(i++, type);
            } else {
                insert.setObject(i++, value.getValue());
            }
        }
    }
}
