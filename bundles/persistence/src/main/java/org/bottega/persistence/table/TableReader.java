package org.bottega.persistence.table;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bottega.persistence.TenantTables.Column;
import org.bottega.persistence.TenantTables.Kind;
import org.bottega.persistence.TenantTables.Table;

/** Reads which tables there are; those that tell of migrations are left out. */
public final class TableReader {

    private static final String HISTORY = "_flyway";

    private final Connection connection;
    private final DatabaseMetaData meta;
    private final Map<String, Table> tables = new TreeMap<>();
    private final Map<String, Table> sorted = new LinkedHashMap<>();

    private TableReader(Connection connection) throws SQLException {
        this.connection = connection;
        this.meta = connection.getMetaData();
    }

    /** All tables, each behind those that it refers to. */
    public static List<Table> read(Connection connection) throws SQLException {
        TableReader reader = new TableReader(connection);
        reader.readTables();
        for (String name : reader.tables.keySet()) {
            reader.sort(name);
        }
        return List.copyOf(reader.sorted.values());
    }

    private void readTables() throws SQLException {
        Map<String, String> names = names();
        Map<String, List<Column>> columns = columns();
        for (Map.Entry<String, String> name : names.entrySet()) {
            List<Column> of = List.copyOf(columns.getOrDefault(name.getKey(), List.of()));
            tables.put(name.getKey(), new Table(name.getKey(), of, key(name.getValue())));
        }
    }

    /** Lower-case names, and as the database has them. */
    private Map<String, String> names() throws SQLException {
        Map<String, String> names = new TreeMap<>();
        String[] types = {"TABLE", "PARTITIONED TABLE"};
        try (ResultSet found = meta.getTables(connection.getCatalog(), connection.getSchema(), null, types)) {
            while (found.next()) {
                String name = found.getString("TABLE_NAME");
                if (!lower(name).endsWith(HISTORY)) {
                    names.put(lower(name), name);
                }
            }
        }
        return names;
    }

    private Map<String, List<Column>> columns() throws SQLException {
        Map<String, List<Column>> columns = new TreeMap<>();
        try (ResultSet found = meta.getColumns(connection.getCatalog(), connection.getSchema(), null, null)) {
            while (found.next()) {
                String table = lower(found.getString("TABLE_NAME"));
                String name = lower(found.getString("COLUMN_NAME"));
                Kind kind = kind(table + '.' + name, found.getInt("DATA_TYPE"));
                boolean optional = found.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls;
                columns.computeIfAbsent(table, any -> new ArrayList<>())
                        .add(new Column(name, kind, found.getInt("COLUMN_SIZE"), optional));
            }
        }
        return columns;
    }

    private static Kind kind(String column, int type) {
        return switch (type) {
            case Types.VARCHAR, Types.CHAR, Types.CLOB, Types.LONGVARCHAR -> Kind.TEXT;
            case Types.BIGINT, Types.INTEGER, Types.SMALLINT -> Kind.NUMBER;
            case Types.BOOLEAN, Types.BIT -> Kind.FLAG;
            case Types.TIMESTAMP -> Kind.INSTANT;
            case Types.BLOB, Types.BINARY, Types.VARBINARY -> Kind.BYTES;
            default -> throw new IllegalStateException("column " + column + " has a type that nobody uses here");
        };
    }

    private List<String> key(String table) throws SQLException {
        Map<Integer, String> key = new TreeMap<>();
        try (ResultSet found = meta.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (found.next()) {
                key.put(found.getInt("KEY_SEQ"), lower(found.getString("COLUMN_NAME")));
            }
        }
        return List.copyOf(key.values());
    }

    private void sort(String name) throws SQLException {
        if (sorted.containsKey(name)) {
            return;
        }
        Table table = tables.get(name);
        for (String other : referred(name)) {
            if (!other.equals(name) && tables.containsKey(other)) {
                sort(other);
            }
        }
        sorted.putIfAbsent(name, table);
    }

    private TreeSet<String> referred(String table) throws SQLException {
        TreeSet<String> names = new TreeSet<>();
        String stored = meta.storesUpperCaseIdentifiers() ? table.toUpperCase(Locale.ROOT) : table;
        try (ResultSet keys = meta.getImportedKeys(connection.getCatalog(), connection.getSchema(), stored)) {
            while (keys.next()) {
                names.add(lower(keys.getString("PKTABLE_NAME")));
            }
        }
        return names;
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
