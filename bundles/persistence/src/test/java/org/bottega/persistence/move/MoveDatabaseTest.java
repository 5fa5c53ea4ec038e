package org.bottega.persistence.move;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;

/** A database on disk is copied to a real server, and compared. */
class MoveDatabaseTest {

    private static final String SERVER = System.getenv("BOTTEGA_TEST_PG_URL");

    @TempDir
    private Path folder;

    private final String name = "move_" + UUID.randomUUID().toString().replace("-", "");
    private final List<String> told = new ArrayList<>();
    private PGSimpleDataSource target;
    private String source;

    @BeforeEach
    void open() throws SQLException {
        Assumptions.assumeTrue(SERVER != null && !SERVER.isEmpty(), "no PostgreSQL");
        server("create database " + name + " template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'");
        target = new PGSimpleDataSource();
        target.setUrl(SERVER.substring(0, SERVER.lastIndexOf('/') + 1) + name);
        target.setUser(System.getenv("BOTTEGA_TEST_PG_USER"));
        target.setPassword(System.getenv("BOTTEGA_TEST_PG_PASSWORD"));
        source = "jdbc:derby:" + folder.resolve("db");
        OldDatabase.fill(folder.resolve("db"));
        shutDown();
    }

    @AfterEach
    void drop() throws SQLException {
        if (target != null) {
            server("drop database " + name);
        }
    }

    private static void server(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(
                        SERVER, System.getenv("BOTTEGA_TEST_PG_USER"), System.getenv("BOTTEGA_TEST_PG_PASSWORD"));
                var run = connection.createStatement()) {
            run.execute(sql);
        }
    }

    private void shutDown() {
        assertThrows(SQLException.class, () -> DriverManager.getConnection(source + ";shutdown=true"));
    }

    private long move(Consumer<String> progress) {
        return new MoveDatabase(source, target, progress).run();
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Connection connection = target.getConnection();
                var query = connection.createStatement();
                ResultSet row = query.executeQuery(sql)) {
            while (row.next()) {
                rows.add(row.getString(1));
            }
        }
        return rows;
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = target.getConnection();
                var run = connection.createStatement()) {
            run.execute(sql);
        }
    }

    @Test
    @DisplayName(
            "every value arrives: texts, instants to the millisecond, bytes, nulls; sequences go on; then it is closed")
    void moved() throws Exception {
        List<String> before = OldDatabase.files(folder);
        assertEquals(OldDatabase.ROWS + 22, move(told::add));
        assertEquals(before, OldDatabase.files(folder), "not one byte of the old one was written");
        assertEquals(List.of(String.valueOf(OldDatabase.ROWS)), rows("select count(*) from probe_parcel"));
        assertEquals(List.of(OldDatabase.ALL_SORTS), rows("select note from probe_parcel where id = 'P2'"));
        assertEquals(List.of(""), rows("select note from probe_parcel where id = 'P1'"));
        assertEquals(List.of("t"), rows("select note is null from probe_parcel where id = 'P0'"));
        assertEquals(
                List.of("2026-03-29 01:30:00.125|9223372036854775805|7|3"),
                rows("select to_char(sent_at, 'YYYY-MM-DD HH24:MI:SS.MS') || '|' || weight || '|' || version || '|'"
                        + " || due_attempts from probe_parcel where id = 'P2'"));
        assertEquals(
                List.of("null", "0", "299998"),
                rows("select coalesce(length(content)::text, 'null') from probe_line where id in ('L0', 'L1', 'L2')"
                        + " order by id"));
        assertEquals(List.of("2"), rows("select nextval('probe_seq')"));
        assertTrue(told.toString().contains("probe_parcel: " + OldDatabase.ROWS + " rows, checksum "), told.toString());
        assertTrue(assertThrows(MoveFailed.class, () -> move(told::add))
                .getMessage()
                .contains("rows of its own"));
    }

    @Test
    @DisplayName("broken off in the middle it goes on: what is whole is left alone, what is not is done again")
    void resumed() throws SQLException {
        assertThrows(
                IllegalStateException.class,
                () -> move(line -> {
                    if (line.contains("probe_parcel: ")) {
                        throw new IllegalStateException("killed");
                    }
                }));
        assertEquals(List.of("0"), rows("select count(*) from probe_parcel"));
        assertEquals(List.of("20"), rows("select count(*) from probe_line"));
        change("insert into probe_parcel (tenant_id, id, seller_id, label, weight, sent_at, version)"
                + " values ('acme', 'half', 'anna', 'half', 1, now(), 1)");
        assertEquals(OldDatabase.ROWS + 22, move(told::add));
        assertTrue(told.toString().contains("probe_line: 20 rows were there already"), told.toString());
        assertEquals(List.of(String.valueOf(OldDatabase.ROWS)), rows("select count(*) from probe_parcel"));
    }

    @Test
    @DisplayName(
            "a value that changes on its way is noticed, and nothing of its table is kept; the source stays as it is")
    void mismatch() throws SQLException {
        assertThrows(
                IllegalStateException.class,
                () -> move(line -> {
                    if (line.contains("probe_parcel: ")) {
                        throw new IllegalStateException("killed");
                    }
                }));
        change("create function spoil() returns trigger language plpgsql as"
                + " $$ begin if new.id = 'P77' then new.weight := 0; end if; return new; end $$");
        change("create trigger spoil before insert on probe_parcel for each row execute function spoil()");
        MoveFailed failed = assertThrows(MoveFailed.class, () -> move(told::add));
        assertTrue(
                failed.getMessage().startsWith("probe_parcel did not arrive as it was: " + OldDatabase.ROWS),
                failed.getMessage());
        assertEquals(List.of("0"), rows("select count(*) from probe_parcel"));
        change("drop trigger spoil on probe_parcel");
        assertEquals(OldDatabase.ROWS + 22, move(told::add));
    }

    @Test
    @DisplayName("a target with rows of its own, tables that nobody here knows, and a wrong address are refused")
    void refused() throws SQLException {
        change("create table core_thing (id varchar(5) primary key)");
        change("insert into core_thing values ('mine')");
        assertTrue(assertThrows(MoveFailed.class, () -> move(told::add))
                .getMessage()
                .contains("core_thing"));
        change("drop table core_thing");
        try (Connection connection = DriverManager.getConnection(source);
                var run = connection.createStatement()) {
            run.execute("create table wishes_wish (tenant_id varchar(30), id varchar(5))");
            run.execute("insert into wishes_wish values ('acme', 'x')");
        }
        shutDown();
        assertTrue(assertThrows(MoveFailed.class, () -> move(told::add))
                .getMessage()
                .contains("wishes_wish"));
        source = "jdbc:derby:" + folder.resolve("nowhere");
        assertTrue(assertThrows(MoveFailed.class, () -> move(told::add))
                .getMessage()
                .contains("nowhere"));
    }
}
