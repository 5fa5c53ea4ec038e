package org.bottega.persistence.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;

/** The run-time user of all test databases on one server; the first who needs it makes it. */
final class PostgresqlUsers {
    private static final Set<String> THERE_ALREADY = Set.of("42710", "23505");

    private static final class Once {
        private static final String RUNTIME = make(System.getenv("BOTTEGA_TEST_PG_USER") + "_run");
    }

    private PostgresqlUsers() {}

    /** Neither superuser nor owner of anything; its password is the owner's. */
    static String runtime() {
        return Once.RUNTIME;
    }

    private static String make(String name) {
        String owner = System.getenv("BOTTEGA_TEST_PG_USER");
        String password = System.getenv("BOTTEGA_TEST_PG_PASSWORD");
        try (Connection connection =
                        DriverManager.getConnection(System.getenv("BOTTEGA_TEST_PG_URL"), owner, password);
                Statement statement = connection.createStatement()) {
            statement.execute("create role " + name + " login password '" + password + "'");
        } catch (SQLException e) {
            if (!THERE_ALREADY.contains(e.getSQLState())) {
                throw new IllegalStateException("user " + name + " of the tests", e);
            }
        }
        return name;
    }
}
