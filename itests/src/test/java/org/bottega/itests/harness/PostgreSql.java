package org.bottega.itests.harness;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The PostgreSQL server of the tests, for installations that run on it: an owner of their tables, and a run-time user. */
public final class PostgreSql {
    private static final String URL = System.getenv("BOTTEGA_TEST_PG_URL");
    private static final String OWNER = System.getenv("BOTTEGA_TEST_PG_USER");
    private static final String PASSWORD = System.getenv("BOTTEGA_TEST_PG_PASSWORD");
    private static final Set<String> THERE_ALREADY = Set.of("42710", "23505");

    private PostgreSql() {}

    /** Whether all installations are to run on it. */
    public static boolean isWanted() {
        return "postgresql".equals(System.getenv("BOTTEGA_TEST_DATABASE"));
    }

    /** A new, empty database, as the settings of an installation. */
    public static Map<String, String> newDatabase() {
        String name = "it_" + Long.toHexString(System.nanoTime());
        String url = URL.substring(0, URL.lastIndexOf('/') + 1) + name;
        try (Connection connection = DriverManager.getConnection(URL, OWNER, PASSWORD);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name
                    + " template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'");
            statement.execute("create role " + runtimeUser() + " login password '" + PASSWORD + "'");
        } catch (SQLException e) {
            if (!THERE_ALREADY.contains(e.getSQLState())) {
                throw new IllegalStateException(e);
            }
        }
        return Map.of(
                "BOTTEGA_DB_URL", url,
                "BOTTEGA_DB_USER", runtimeUser(),
                "BOTTEGA_DB_PASSWORD", PASSWORD,
                "BOTTEGA_DB_OWNER_USER", OWNER,
                "BOTTEGA_DB_OWNER_PASSWORD", PASSWORD);
    }

    private static String runtimeUser() {
        return OWNER + "_run";
    }

    /** A connection of the owner of an installation's tables, which sees the rows of all tenants. */
    public static Connection owner(String url) throws SQLException {
        Connection connection = DriverManager.getConnection(url, OWNER, PASSWORD);
        try (Statement statement = connection.createStatement()) {
            statement.execute("set session app.migration = 'on'");
        }
        return connection;
    }

    /** What the run-time user of an installation's database reads by itself, in the first column. */
    public static List<String> read(Map<String, String> database, String sql) throws SQLException {
        String url = database.get("BOTTEGA_DB_URL");
        try (Connection connection = DriverManager.getConnection(url, runtimeUser(), PASSWORD);
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            List<String> texts = new ArrayList<>();
            while (result.next()) {
                texts.add(result.getString(1));
            }
            return texts;
        }
    }
}
