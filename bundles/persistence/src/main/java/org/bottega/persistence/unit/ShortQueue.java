package org.bottega.persistence.unit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * A pool that few wait for. When the database stands still, who comes late is told so at once: otherwise the server's
 * threads would all wait in turn, and nobody would be left to say that the platform lives.
 */
final class ShortQueue extends HikariDataSource {

    private static final int WAITING_PER_CONNECTION = 2;

    private final int most;

    ShortQueue(HikariConfig config) {
        super(config);
        this.most = WAITING_PER_CONNECTION * config.getMaximumPoolSize();
    }

    @Override
    public Connection getConnection() throws SQLException {
        int waiting = getHikariPoolMXBean().getThreadsAwaitingConnection();
        if (waiting >= most) {
            throw new SQLTransientConnectionException(waiting + " wait for a connection already");
        }
        return super.getConnection();
    }
}
