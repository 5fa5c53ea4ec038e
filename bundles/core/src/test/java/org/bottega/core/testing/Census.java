package org.bottega.core.testing;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Looks into all tables there are, by what the database says of itself. */
public final class Census {

    private final TestPlatform platform;

    public Census(TestPlatform platform) {
        this.platform = platform;
    }

    @FunctionalInterface
    private interface Look<T> {
        T at(Connection connection) throws SQLException;
    }

    private <T> T look(String tenant, Look<T> look) {
        return platform.as(tenant, () -> platform.unitOfWork().call(() -> {
            try {
                return look.at(platform.database().connection());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }));
    }

    /** Tables with a tenant, and their columns that hold text or bytes. */
    private static Map<String, List<String>> columns(Connection connection) throws SQLException {
        Map<String, List<String>> tables = new TreeMap<>();
        List<String> ofTenants = new ArrayList<>();
        try (ResultSet all = connection.getMetaData().getColumns(null, connection.getSchema(), null, null)) {
            while (all.next()) {
                String table = all.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                String column = all.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
                boolean read =
                        switch (all.getInt("DATA_TYPE")) {
                            case Types.VARCHAR, Types.CHAR, Types.CLOB, Types.BLOB, Types.BINARY, Types.VARBINARY ->
                                true;
                            default -> false;
                        };
                if (column.equals("tenant_id")) {
                    ofTenants.add(table);
                }
                if (read) {
                    tables.computeIfAbsent(table, t -> new ArrayList<>()).add(column);
                }
            }
        }
        tables.keySet().retainAll(ofTenants);
        return tables;
    }

    /** How many rows each table has of the tenant. */
    public Map<String, Long> rows(String tenant) {
        return look(tenant, connection -> {
            Map<String, Long> rows = new TreeMap<>();
            for (String table : columns(connection).keySet()) {
                String sql = "select count(*) from " + table + " where tenant_id = '" + tenant + "'";
                try (PreparedStatement query = connection.prepareStatement(sql);
                        ResultSet result = query.executeQuery()) {
                    result.next();
                    rows.put(table, result.getLong(1));
                }
            }
            return rows;
        });
    }

    /** Where one of the texts stands, whatever the case: {@code table.column: value}. */
    public List<String> where(String tenant, String... texts) {
        return look(tenant, connection -> {
            List<String> found = new ArrayList<>();
            for (Map.Entry<String, List<String>> table : columns(connection).entrySet()) {
                String sql = "select " + String.join(", ", table.getValue()) + " from " + table.getKey()
                        + " where tenant_id = '" + tenant + "'";
                try (PreparedStatement query = connection.prepareStatement(sql);
                        ResultSet result = query.executeQuery()) {
                    while (result.next()) {
                        collect(table, result, texts, found);
                    }
                }
            }
            return found;
        });
    }

    private static void collect(
            Map.Entry<String, List<String>> table, ResultSet row, String[] texts, List<String> found)
            throws SQLException {
        for (int i = 0; i < table.getValue().size(); i++) {
            int type = row.getMetaData().getColumnType(i + 1);
            boolean bytes = type == Types.BLOB || type == Types.BINARY || type == Types.VARBINARY;
            byte[] raw = bytes ? row.getBytes(i + 1) : null;
            String value = bytes ? raw == null ? null : new String(raw, StandardCharsets.UTF_8) : row.getString(i + 1);
            for (String text : texts) {
                if (value != null && value.toLowerCase(Locale.ROOT).contains(text.toLowerCase(Locale.ROOT))) {
                    found.add(table.getKey() + '.' + table.getValue().get(i) + ": " + value);
                }
            }
        }
    }
}
