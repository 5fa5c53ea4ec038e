package org.bottega.persistence.guard;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The tables of one unit, by lower-case name, and which of them belong to tenants. Read from the database itself. */
public final class Tables {
    private static final String TENANT_COLUMN = "tenant_id";

    private final String unit;
    private final Map<String, Boolean> tenantTables;

    private Tables(String unit, Map<String, Boolean> tenantTables) {
        this.unit = unit;
        this.tenantTables = tenantTables;
    }

    /** Reads all tables whose names begin with {@code <unit>_}. */
    public static Tables read(Connection connection, String unit) throws SQLException {
        DatabaseMetaData meta = connection.getMetaData();
        String schema = connection.getSchema();
        Map<String, Boolean> found = new HashMap<>();
        try (ResultSet columns = meta.getColumns(connection.getCatalog(), schema, null, null)) {
            while (columns.next()) {
                String table = columns.getString("TABLE_NAME").toLowerCase(Locale.ROOT);
                boolean tenant = TENANT_COLUMN.equalsIgnoreCase(columns.getString("COLUMN_NAME"));
                if (table.startsWith(unit + "_")) {
                    found.merge(table, tenant, Boolean::logicalOr);
                }
            }
        }
        return new Tables(unit, Map.copyOf(found));
    }

    /**
     * Whether the table belongs to tenants.
     *
     * @throws StatementRefused when it is not a table of this unit
     */
    boolean isTenantTable(String name) {
        String table = name.replace("\"", "").toLowerCase(Locale.ROOT);
        Boolean tenant = tenantTables.get(table);
        if (tenant == null) {
            throw new StatementRefused("unit " + unit + " has no table " + table);
        }
        return tenant;
    }

    /** Names of the tenant tables. */
    public java.util.List<String> tenantTables() {
        return tenantTables.entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
