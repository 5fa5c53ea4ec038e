package org.bottega.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.bottega.api.Caller;
import org.bottega.persistence.probe.Lines;
import org.bottega.persistence.testing.TestDatabase;

/** What the tests share that look past the repositories: two tenants with a line each, and raw SQL. */
abstract class TwoTenantsTest extends ProbeTest {
    protected static final Caller GLOBEX = Caller.operator("globex", "test");
    private static final String DENIED = "42501";

    @FunctionalInterface
    protected interface Check {
        void check() throws SQLException;
    }

    @FunctionalInterface
    protected interface Tale {
        void tell(TestDatabase database, Lines lines) throws SQLException;
    }

    /** Begins with line {@code a} of acme and line {@code g} of globex. */
    protected static void story(TestDatabase.Kind kind, Tale tale) throws SQLException {
        try (TestDatabase database = kind.open()) {
            Lines lines = new Lines(database.store("probe"));
            as(database, ACME, () -> lines.add(List.of("a"), "p"));
            as(database, GLOBEX, () -> lines.add(List.of("g"), "p"));
            tale.tell(database, lines);
        }
    }

    protected static void as(TestDatabase database, Caller caller, Check check) throws SQLException {
        database.callers().as(caller, () -> {
            database.unitOfWork().run(() -> {
                try {
                    check.check();
                } catch (SQLException e) {
                    throw new AssertionError(e);
                }
            });
            return null;
        });
    }

    protected static List<String> read(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        }
    }

    protected static int update(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
        }
    }

    /** Fails for want of a right, and leaves the transaction as it was. */
    protected static void denied(Connection connection, String sql) throws SQLException {
        boolean inside = !connection.getAutoCommit();
        var before = inside ? connection.setSavepoint() : null;
        SQLException refused = assertThrows(SQLException.class, () -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        });
        assertEquals(DENIED, refused.getSQLState(), sql + ": " + refused.getMessage());
        if (inside) {
            connection.rollback(before);
        }
    }
}
