package org.bottega.persistence.move;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.bottega.persistence.TenantTables.Column;
import org.bottega.persistence.TenantTables.Kind;
import org.bottega.persistence.TenantTables.Table;
import org.bottega.persistence.table.TableReader;
import org.bottega.persistence.table.Values;

/**
 * The PostgreSQL database that is filled, on the connection of the tables' owner. A table in it, {@code bottega_move}, says
 * from where as long as it is not complete.
 */
final class Target {

    private static final String MARKER = "bottega_move";
    private static final int FETCH = 200;

    private final Connection connection;

    Target(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
    }

    List<Table> tables() throws SQLException {
        return TableReader.read(connection).stream()
                .filter(table -> !table.name().equals(MARKER))
                .toList();
    }

    /** @throws MoveFailed when it is neither empty nor half filled from there */
    void checkMine(String source) throws SQLException {
        String from = from();
        if (from != null && !from.equals(source)) {
            throw new MoveFailed("the target is being filled from another database, " + from);
        }
        for (Table table : from == null ? tables() : List.<Table>of()) {
            loosen(table);
            if (!isEmpty(table)) {
                throw new MoveFailed("the target has rows of its own, in " + table.name() + ": take an empty database");
            }
        }
        connection.rollback();
    }

    private String from() throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet there = query.executeQuery("select to_regclass('" + MARKER + "')")) {
            there.next();
            if (there.getString(1) == null) {
                return null;
            }
        }
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select source from " + MARKER)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private boolean isEmpty(Table table) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select 1 from " + table.name() + " limit 1")) {
            return !row.next();
        }
    }

    /** From now on it is being filled. */
    void begin(String source) throws SQLException {
        run("create table if not exists " + MARKER + " (source varchar(4000) not null)");
        run("delete from " + MARKER);
        try (PreparedStatement insert = connection.prepareStatement("insert into " + MARKER + " values (?)")) {
            insert.setString(1, source);
            insert.execute();
        }
        connection.commit();
    }

    /** It is complete. */
    void end() throws SQLException {
        run("drop table " + MARKER);
        connection.commit();
    }

    /** To the end of the transaction its owner sees all rows, where row-level security is forced on him otherwise. */
    boolean loosen(Table table) throws SQLException {
        boolean forced;
        try (Statement query = connection.createStatement();
                ResultSet row = query.executeQuery(
                        "select relforcerowsecurity from pg_class where oid = '" + table.name() + "'::regclass")) {
            row.next();
            forced = row.getBoolean(1);
        }
        if (forced) {
            run("alter table " + table.name() + " no force row level security");
        }
        return forced;
    }

    void tighten(Table table) throws SQLException {
        run("alter table " + table.name() + " force row level security");
    }

    Sum sum(Table table) throws SQLException {
        Sum sum = new Sum();
        try (Statement query = connection.createStatement()) {
            query.setFetchSize(table.has(Kind.BYTES) ? 8 : FETCH);
            try (ResultSet rows = query.executeQuery("select " + names(table) + " from " + table.name())) {
                while (rows.next()) {
                    sum.add(Values.row(rows, table.columns()));
                }
            }
        }
        return sum;
    }

    static String names(Table table) {
        return table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** Empties it, and what refers to it. */
    void clear(Table table) throws SQLException {
        run("truncate " + table.name() + " cascade");
    }

    PreparedStatement insert(Table table) throws SQLException {
        String places = table.columns().stream().map(column -> "?").collect(Collectors.joining(", "));
        return connection.prepareStatement(
                "insert into " + table.name() + " (" + names(table) + ") values (" + places + ")");
    }

    void sequence(String name, long next) throws SQLException {
        try (PreparedStatement set = connection.prepareStatement("select setval(?::regclass, ?, false)")) {
            set.setString(1, name);
            set.setLong(2, next);
            set.execute();
        }
        connection.commit();
    }

    void commit() throws SQLException {
        connection.commit();
    }

    private void run(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Names of columns that one has and the other has not. */
    static List<String> differences(Table one, Table other) {
        List<String> names = new ArrayList<>();
        one.columns().stream()
                .filter(column -> other.place(column.name()) < 0)
                .forEach(column -> names.add(one.name() + '.' + column.name()));
        return names;
    }
}
