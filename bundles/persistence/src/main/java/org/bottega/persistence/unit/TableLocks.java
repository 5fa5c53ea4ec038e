package org.bottega.persistence.unit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Row-level security and rights on the tables of one unit, in the owner's open transaction. Only what is missing is done, so
 * that a unit that opens again waits for no lock. Nodes that open it at once do so one after another.
 */
final class TableLocks {
    private static final String ONE_BY_ONE = "select pg_advisory_xact_lock(hashtextextended('bottega-tables', 0))";
    private static final String OWN_ROWS = "(tenant_id = current_setting('app.tenant_id', true))";
    private static final String MIGRATING = "(current_setting('app.migration', true) = 'on')";
    private static final String MIGRATION = "bottega_migration";
    private static final List<String> DUE = List.of("tenant_id", "id", "due_at", "due_attempts");

    private static final String TABLES =
            """
            select quote_ident(c.relname), c.relname,
                   c.relrowsecurity and c.relforcerowsecurity,
                   has_table_privilege(?, c.oid, 'select') and (c.relname = ? or has_table_privilege(?, c.oid, 'insert')
                     and has_table_privilege(?, c.oid, 'update') and has_table_privilege(?, c.oid, 'delete')),
                   array(select polname::text from pg_policy p where p.polrelid = c.oid),
                   array(select attname::text from pg_attribute a
                          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped),
                   array(select attname::text from pg_attribute a
                          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                            and has_column_privilege(?, c.oid, a.attnum, 'select'))
              from pg_class c
             where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')
               and left(c.relname, length(?)) = ?""";

    private static final String SEQUENCES =
            """
            select quote_ident(c.relname) from pg_class c
             where c.relnamespace = current_schema()::regnamespace and c.relkind = 'S'
               and left(c.relname, length(?)) = ?
               and case when c.relkind = 'S' then not has_sequence_privilege(?, c.oid, 'usage') end""";

    private final Connection connection;
    private final DatabaseUser user;

    TableLocks(Connection connection, DatabaseUser user) {
        this.connection = connection;
        this.user = user;
    }

    private record Table(
            String quoted,
            String name,
            boolean forced,
            boolean granted,
            Set<String> policies,
            Set<String> columns,
            Set<String> swept) {}

    /** Returns how many tables and sequences needed something. */
    int lock(String unit, Collection<String> lanes) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(ONE_BY_ONE);
            int done = 0;
            for (Table table : tables(unit)) {
                List<String> missing = new ArrayList<>();
                if (table.columns.contains("tenant_id")) {
                    checkPolicies(table);
                    security(table, missing);
                    sweeper(table, lanes, missing);
                }
                if (!table.granted) {
                    String rights =
                            table.name.equals(Migrator.history(unit)) ? "select" : "select, insert, update, delete";
                    missing.add("grant " + rights + " on " + table.quoted + " to " + user.quoted());
                }
                for (String each : missing) {
                    statement.execute(each);
                }
                done += missing.isEmpty() ? 0 : 1;
            }
            for (String sequence : sequences(unit)) {
                statement.execute("grant usage on sequence " + sequence + " to " + user.quoted());
                done++;
            }
            return done;
        }
    }

    /** Policies add up: one that a migration made could open what ours close. */
    private static void checkPolicies(Table table) throws SQLException {
        for (String policy : table.policies) {
            if (!policy.equals(MIGRATION) && !DatabaseUser.isPolicy(policy)) {
                throw new SQLException("table " + table.name + " has a policy of its own, " + policy);
            }
        }
    }

    private void security(Table table, List<String> missing) {
        if (!table.forced) {
            missing.add("alter table " + table.quoted + " enable row level security, force row level security");
        }
        policy(table, user.tenantPolicy(), user.quoted(), OWN_ROWS, missing);
        policy(table, MIGRATION, "current_user", MIGRATING, missing);
    }

    private static void policy(Table table, String name, String role, String rows, List<String> missing) {
        if (!table.policies.contains(name)) {
            missing.add("create policy " + DatabaseUser.quote(name) + " on " + table.quoted + " to " + role + " using "
                    + rows + " with check " + rows);
        }
    }

    /**
     * The role sees rows that wait, and no column that says what for. Who may take the role may have its policies without
     * taking it, hence the second look at who asks; it is a case, which the planner does not take for a rare condition: an
     * ordered look at the index stays one.
     */
    private void sweeper(Table table, Collection<String> lanes, List<String> missing) {
        if (!table.columns.containsAll(DUE)) {
            return;
        }
        Set<String> columns = new TreeSet<>(DUE);
        lanes.stream()
                .filter(lane -> lane.startsWith(table.name + "."))
                .forEach(lane -> columns.add(lane.substring(table.name.length() + 1)));
        columns.removeAll(table.swept);
        String role = user.quotedSweeper();
        if (!columns.isEmpty()) {
            missing.add("grant select (" + String.join(", ", columns) + ") on " + table.quoted + " to " + role);
        }
        if (!table.policies.contains(user.sweeper())) {
            missing.add("create policy " + role + " on " + table.quoted + " for select to " + role
                    + " using (case when current_user = '" + user.sweeper().replace("'", "''")
                    + "' then due_at is not null or due_attempts > 0 else false end)");
        }
    }

    private List<Table> tables(String unit) throws SQLException {
        List<Table> tables = new ArrayList<>();
        String name = user.name();
        String prefix = unit + "_";
        try (PreparedStatement statement = prepared(
                        TABLES, name, Migrator.history(unit), name, name, name, user.sweeper(), prefix, prefix);
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                tables.add(new Table(
                        row.getString(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getBoolean(4),
                        texts(row, 5),
                        texts(row, 6),
                        texts(row, 7)));
            }
        }
        return tables;
    }

    private List<String> sequences(String unit) throws SQLException {
        List<String> sequences = new ArrayList<>();
        try (PreparedStatement statement = prepared(SEQUENCES, unit + "_", unit + "_", user.name());
                ResultSet row = statement.executeQuery()) {
            while (row.next()) {
                sequences.add(row.getString(1));
            }
        }
        return sequences;
    }

    private PreparedStatement prepared(String sql, String... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
    }

    private static Set<String> texts(ResultSet row, int column) throws SQLException {
        return Set.of((String[]) row.getArray(column).getArray());
    }
}
