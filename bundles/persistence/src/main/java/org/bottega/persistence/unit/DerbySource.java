package org.bottega.persistence.unit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.derby.jdbc.EmbeddedDataSource;

/**
 * Connections that have parsed a statement already. Derby keeps with each a parser with an exception made in advance, and
 * with that the classes that were on the stack: were they a module's, its class loader would live as long as the connection.
 */
final class DerbySource extends EmbeddedDataSource {
    private static final long serialVersionUID = 1L;

    /** What was parsed before is not parsed again. */
    private static final AtomicLong COUNT = new AtomicLong();

    private final transient Room room;

    /** @param room without which nobody gets a connection, and the database is not opened */
    DerbySource(Room room) {
        this.room = room;
    }

    Room room() {
        return room;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (getShutdownDatabase() == null) {
            room.check();
        }
        Connection connection = super.getConnection();
        try (Statement statement = connection.createStatement()) {
            statement.execute("values " + COUNT.incrementAndGet());
        }
        return connection;
    }
}
