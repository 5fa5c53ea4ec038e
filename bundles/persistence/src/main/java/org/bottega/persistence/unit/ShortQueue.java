package org.bottega.persistence.unit;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.TimeUnit;

/**
 * A pool that few wait for in vain. When the database stands still or is away, who comes late is told so at once: otherwise
 * the server's threads would all wait in turn, and nobody would be left to say that the platform lives.
 */
final class ShortQueue extends HikariDataSource {

    /** So many wait while connections are given out; more would be most of the server's threads. */
    private static final int MOST = 60;

    private static final int WAITING_PER_CONNECTION = 2;

    /** When no connection was given out for so long, the database stands still. */
    private static final long STILL = TimeUnit.SECONDS.toNanos(1);

    /** After somebody has waited in vain for a database that is away, so long nobody else does. */
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);

    private final Room room;
    private final int few;
    private volatile long givenAt = System.nanoTime();
    private volatile long awaySince = System.nanoTime() - PAUSE;

    ShortQueue(HikariConfig config, Room room) {
        super(config);
        this.room = room;
        this.few = WAITING_PER_CONNECTION * config.getMaximumPoolSize();
    }

    @Override
    public Connection getConnection() throws SQLException {
        room.check();
        int waiting = getHikariPoolMXBean().getThreadsAwaitingConnection();
        if (waiting >= MOST || waiting >= few && System.nanoTime() - givenAt > STILL) {
            throw new SQLTransientConnectionException(waiting + " wait for a connection already");
        }
        if (System.nanoTime() - awaySince < PAUSE && isEmpty()) {
            throw new SQLTransientConnectionException("there was no connection a moment ago");
        }
        try {
            Connection connection = super.getConnection();
            givenAt = System.nanoTime();
            return connection;
        } catch (SQLTransientConnectionException e) {
            if (isEmpty()) {
                awaySince = System.nanoTime();
            }
            throw e;
        }
    }

    private boolean isEmpty() {
        return getHikariPoolMXBean().getTotalConnections() == 0;
    }
}
