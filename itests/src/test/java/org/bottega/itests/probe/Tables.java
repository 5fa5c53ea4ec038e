package org.bottega.itests.probe;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Calendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads all tables. Answers are lines of columns that are separated by tabs. */
final class Tables {

    /** Milliseconds that calls which are looked at take at most. */
    private static final long SOON = 20_000;

    private record Sum(long rows, long checksum, long due, long soon) {
        static final Sum NONE = new Sum(0, 0, 0, 0);

        Sum plus(long hash, long wait) {
            return new Sum(rows + 1, checksum + hash, due + (wait <= 0 ? 1 : 0), soon + (wait <= SOON ? 1 : 0));
        }
    }

    private Tables() {}

    /**
     * Table, whether it has a tenant, tenant, rows, checksum that does not depend on their order, rows that are due, rows
     * that are or will be before a look at what calls changed is over.
     */
    static void fingerprint(Connection connection, Consumer<String> lines) throws SQLException {
        for (String table : names(connection)) {
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("SELECT * FROM " + table)) {
                int tenant = column(rows.getMetaData(), "TENANT_ID");
                int due = column(rows.getMetaData(), "DUE_AT");
                int passing = passing(table, rows.getMetaData());
                Map<String, Sum> sums = new TreeMap<>();
                while (rows.next()) {
                    String owner = tenant == 0 ? "" : rows.getString(tenant);
                    sums.put(
                            owner,
                            sums.getOrDefault(owner, Sum.NONE).plus(hash(rows, passing), wait(table, rows, due)));
                }
                if (sums.isEmpty()) {
                    sums.put("", Sum.NONE);
                }
                sums.forEach((owner, sum) -> lines.accept(String.join(
                        "\t",
                        table,
                        String.valueOf(tenant > 0),
                        owner,
                        String.valueOf(sum.rows),
                        Long.toHexString(sum.checksum),
                        String.valueOf(sum.due),
                        String.valueOf(sum.soon))));
            }
        }
    }

    /** Rows of a query, or the number of changed rows. */
    static void run(Connection connection, String sql, Consumer<String> lines) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                lines.accept(String.valueOf(statement.getUpdateCount()));
                return;
            }
            try (ResultSet rows = statement.getResultSet()) {
                while (rows.next()) {
                    List<String> values = new ArrayList<>();
                    for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        String value = text(rows, i);
                        values.add(value.replace('\t', ' ').replace('\n', ' '));
                    }
                    lines.accept(String.join("\t", values));
                }
            }
        }
    }

    private static List<String> names(Connection connection) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        List<String> names = new ArrayList<>();
        try (ResultSet tables = meta.getTables(null, null, "%", new String[] {"TABLE"})) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                names.add(tables.getString("TABLE_SCHEM") + ".\"" + table + "\"");
            }
        }
        return names;
    }

    /**
     * A column that changes by itself, or 0: a module that was switched on settles a minute later; a node tells every second
     * that it lives.
     */
    private static int passing(String table, ResultSetMetaData meta) throws SQLException {
        if (isTable(table, "core_module_state")) {
            return column(meta, "DUE_AT");
        }
        return isTable(table, "core_node") ? column(meta, "BEAT") : 0;
    }

    private static int column(ResultSetMetaData meta, String name) throws SQLException {
        for (int i = 1; i <= meta.getColumnCount(); i++) {
            if (meta.getColumnName(i).equalsIgnoreCase(name)) {
                return i;
            }
        }
        return 0;
    }

    /**
     * Milliseconds until somebody is at work on the row; instants are kept in UTC. Clocks that were moved are found by a
     * due_at that never changes; a move that has one is under way.
     */
    private static long wait(String table, ResultSet rows, int column) throws SQLException {
        Timestamp at = column == 0 || isTable(table, "core_clock")
                ? null
                : rows.getTimestamp(column, Calendar.getInstance(TimeZone.getTimeZone("UTC")));
        if (at == null) {
            return Long.MAX_VALUE;
        }
        return isTable(table, "core_clock_move") ? 0 : at.getTime() - System.currentTimeMillis();
    }

    /** Derby writes names in capitals. */
    private static boolean isTable(String quoted, String name) {
        return quoted.toLowerCase(Locale.ROOT).endsWith("\"" + name + "\"");
    }

    private static long hash(ResultSet rows, int passing) throws SQLException {
        long hash = 1125899906842597L;
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
            String value = i == passing ? "" : text(rows, i);
            for (int c = 0; c < value.length(); c++) {
                hash = 31 * hash + value.charAt(c);
            }
            hash = 31 * hash + 7;
        }
        return hash;
    }

    private static String text(ResultSet rows, int column) throws SQLException {
        int type = rows.getMetaData().getColumnType(column);
        if (type == Types.BLOB || type == Types.VARBINARY || type == Types.BINARY || type == Types.LONGVARBINARY) {
            return String.valueOf(Arrays.hashCode(rows.getBytes(column)));
        }
        return String.valueOf(rows.getString(column));
    }
}
