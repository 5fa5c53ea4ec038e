package org.bottega.persistence.testing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import org.bottega.persistence.unit.Database;

/** The server for tests that {@code BOTTEGA_TEST_PG_URL}, {@code _USER} and {@code _PASSWORD} name. */
final class PostgresqlServer {
    private static final String URL = System.getenv("BOTTEGA_TEST_PG_URL");
    private static final String OWNER = System.getenv("BOTTEGA_TEST_PG_USER");
    private static final String PASSWORD = System.getenv("BOTTEGA_TEST_PG_PASSWORD");
    private static final Set<String> THERE_ALREADY = Set.of("42710", "23505");

    /** The run-time user of all test databases: neither superuser nor owner of anything; its password is the owner's. */
    private static final class Runtime {
        private static final String USER = make(OWNER + "_run");
    }

    private PostgresqlServer() {}

    static boolean isThere() {
        return URL != null && !URL.isEmpty();
    }

    /** A new database, with nothing in it. */
    static Database.Address create(String name) {
        run("create database " + name + " template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'");
        String url = URL.substring(0, URL.lastIndexOf('/') + 1) + name;
        return new Database.Address(url, Runtime.USER, PASSWORD, OWNER, PASSWORD);
    }

    static void drop(String name) {
        run("drop database " + name);
    }

    private static String make(String user) {
        try {
            execute("create role " + user + " login password '" + PASSWORD + "'");
        } catch (SQLException e) {
            if (!THERE_ALREADY.contains(e.getSQLState())) {
                throw new IllegalStateException("user " + user + " of the tests", e);
            }
        }
        return user;
    }

    private static void run(String statement) {
        try {
            execute(statement);
        } catch (SQLException e) {
            throw new IllegalStateException(statement, e);
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(URL, OWNER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
