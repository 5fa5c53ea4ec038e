package org.bottega.persistence.unit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.derby.jdbc.EmbeddedDataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes data sources from JDBC addresses: {@code jdbc:derby:…} embedded, or {@code jdbc:postgresql:…}. */
final class Pools {
    private static final Logger LOG = LoggerFactory.getLogger(Pools.class);
    private static final String DERBY = "jdbc:derby:";
    private static final int GIVE_UP_MS = 5_000;
    private static final int START_PATIENCE_MS = 20_000;
    private static final int LOCK_MS = 5_000;
    private static final int ANSWER_SECONDS = 2;

    private Pools() {}

    /** Connections one by one, for migrations. */
    static DataSource plain(String url, String user, String password) {
        if (url.startsWith(DERBY)) {
            return derby(url, user, password);
        }
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException(
                    "the database address begins with jdbc:derby: or jdbc:postgresql:, not " + url);
        }
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url);
        if (!user.isEmpty()) {
            source.setUser(user);
            source.setPassword(password);
        }
        return source;
    }

    /**
     * The same with an end to every wait on PostgreSQL: a lock is waited for as long as on Derby, a statement is ended by
     * the server after so many seconds, and a server that says nothing is taken for gone soon after.
     */
    static DataSource limited(String url, String user, String password, int statementSeconds) {
        DataSource source = plain(url, user, password);
        if (source instanceof PGSimpleDataSource server) {
            String own = server.getOptions() == null ? "" : server.getOptions() + " ";
            server.setOptions(own + "-c lock_timeout=" + LOCK_MS + " -c statement_timeout=" + statementSeconds * 1000L);
            server.setConnectTimeout(GIVE_UP_MS / 1000);
            server.setSocketTimeout(statementSeconds + ANSWER_SECONDS);
            server.setTcpKeepAlive(true);
        }
        return source;
    }

    /** A pool of connections that do not commit by themselves. */
    static HikariDataSource pooled(DataSource source, int size) {
        HikariConfig config = new HikariConfig();
        config.setPoolName("bottega");
        config.setDataSource(source);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(GIVE_UP_MS);
        config.setInitializationFailTimeout(START_PATIENCE_MS);
        return new ShortQueue(config, source instanceof DerbySource derby ? derby.room() : Room.ENDLESS);
    }

    private static EmbeddedDataSource derby(String url, String user, String password) {
        String[] parts = url.substring(DERBY.length()).split(";", 2);
        EmbeddedDataSource source = new DerbySource(Room.around(parts[0]));
        source.setDatabaseName(parts[0]);
        if (parts.length > 1) {
            source.setConnectionAttributes(parts[1]);
        }
        if (!user.isEmpty()) {
            source.setUser(user);
            source.setPassword(password);
        }
        return source;
    }

    /** Derby waits up to 5 s for a lock and looks for a deadlock after 2 s; its own defaults are 60 s and 20 s. */
    static void limitLockWaits(Connection connection) throws SQLException {
        String set = "call syscs_util.syscs_set_database_property(?, ?)";
        try (var statement = connection.prepareStatement(set)) {
            for (var limit : Map.of("derby.locks.waitTimeout", "5", "derby.locks.deadlockTimeout", "2")
                    .entrySet()) {
                statement.setString(1, limit.getKey());
                statement.setString(2, limit.getValue());
                statement.execute();
            }
        }
    }

    /** Closes an embedded database, so that the next start finds nothing to recover. */
    static void shutDown(DataSource source) {
        if (source instanceof EmbeddedDataSource embedded) {
            embedded.setConnectionAttributes(null);
            embedded.setShutdownDatabase("shutdown");
            try {
                embedded.getConnection().close();
            } catch (SQLException e) {
                // 08006 is Derby's way to say that the database has been shut down.
                if (!"08006".equals(e.getSQLState())) {
                    LOG.warn("The database was not shut down cleanly", e);
                }
            }
        }
    }
}
