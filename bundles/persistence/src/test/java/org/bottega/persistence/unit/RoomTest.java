package org.bottega.persistence.unit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Room on the disk of an embedded database")
class RoomTest {

    @TempDir
    Path folder;

    private final AtomicLong left = new AtomicLong(Room.LEAST);

    private DerbySource source() {
        DerbySource source = new DerbySource(new Room(left::get));
        source.setDatabaseName(folder.resolve("db").toString());
        source.setConnectionAttributes("create=true");
        return source;
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static long count(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from letters")) {
            found.next();
            return found.getLong(1);
        }
    }

    @Test
    @DisplayName("while little is left who has a connection finishes, nobody gets one; with room again everybody does")
    void pool() throws SQLException {
        DerbySource source = source();
        try (HikariDataSource pool = Pools.pooled(source, 2)) {
            try (Connection first = pool.getConnection()) {
                run(first, "create table letters (id int primary key)");
                run(first, "insert into letters values 1");
                left.set(Room.LEAST - 1);
                long start = System.nanoTime();
                SQLException refused = assertThrows(SQLTransientConnectionException.class, pool::getConnection);
                assertEquals("53100", refused.getSQLState());
                assertTrue(System.nanoTime() - start < 1_000_000_000, "nobody waits for it");
                run(first, "insert into letters values 2");
                first.commit();
            }
            assertThrows(SQLTransientConnectionException.class, pool::getConnection);
            left.set(Room.LEAST);
            try (Connection again = pool.getConnection()) {
                assertEquals(2, count(again));
                again.rollback();
            }
        } finally {
            Pools.shutDown(source);
        }
    }

    @Test
    @DisplayName("a database is neither made nor opened nor recovered while little is left, but it can be closed")
    void open() throws SQLException {
        DerbySource source = source();
        left.set(Room.LEAST - 1);
        assertThrows(SQLTransientConnectionException.class, source::getConnection);
        assertFalse(Files.exists(folder.resolve("db")));
        left.set(Room.LEAST);
        source.getConnection().close();
        assertTrue(Files.exists(folder.resolve("db/db.lck")));
        left.set(0);
        Pools.shutDown(source);
        assertFalse(Files.exists(folder.resolve("db/db.lck")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"memory:db", "classpath:db", "jar:(db.jar)db"})
    @DisplayName("a database that is in no folder is not asked for room")
    void nowhere(String name) {
        assertSame(Room.ENDLESS, Room.around(name));
        assertDoesNotThrow(Room.ENDLESS::check);
    }

    @Test
    @DisplayName("a folder that is not there yet is asked for by the one it will be in")
    void notYet() {
        assertDoesNotThrow(Room.around(folder.resolve("a/b/db").toString())::check);
        assertDoesNotThrow(Room.around("directory:" + folder.resolve("db"))::check);
        assertDoesNotThrow(Room.around("db")::check);
    }
}
