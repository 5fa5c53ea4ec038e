package org.bottega.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bottega.persistence.probe.Parcel;
import org.bottega.persistence.probe.Parcels;
import org.bottega.persistence.testing.TenantTables;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.persistence.unit.Database;
import org.bottega.persistence.unit.UnitDescription;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

@EnabledIfEnvironmentVariable(named = "BOTTEGA_TEST_PG_URL", matches = ".+")
@DisplayName("PostgreSQL's owner and run-time user can each do what they are for")
class DatabaseUsersTest extends TwoTenantsTest {
    private static final UnitDescription PROBE =
            new UnitDescription("probe", List.of(), Set.of("probe_parcel.seller_id"));

    @Test
    @DisplayName("A migration changes rows of all tenants, and a table it makes is locked before anybody reaches it")
    void laterMigration(@TempDir Path folder) throws SQLException {
        story(TestDatabase.Kind.POSTGRESQL, (database, lines) -> {
            migrate(
                    database,
                    folder,
                    "update probe_line set parcel = 'moved';"
                            + "create table probe_late (tenant_id varchar(30) not null, id varchar(26) not null,"
                            + " due_at timestamp(3), due_attempts smallint default 0 not null,"
                            + " constraint probe_late_pk primary key (tenant_id, id))");
            as(database, ACME, () -> {
                assertEquals(List.of("moved"), read(database.connection(), "select parcel from probe_line"));
                update(database.connection(), "insert into probe_late (tenant_id, id) values ('acme', 'x')");
            });
            as(database, GLOBEX, () -> {
                assertEquals(List.of("moved"), read(database.connection(), "select parcel from probe_line"));
                assertEquals(List.of(), read(database.connection(), "select id from probe_late"));
            });
            assertEquals(List.of(), new TenantTables(database).unlocked());
        });
    }

    @Test
    @DisplayName("A table that nobody has locked is out of the run-time user's reach")
    void notYetLocked() throws SQLException {
        story(TestDatabase.Kind.POSTGRESQL, (database, lines) -> {
            try (Connection owner = database.owner();
                    Connection runtime = database.runtime()) {
                update(owner, "create table probe_new (tenant_id varchar(30) not null, id varchar(26) not null)");
                assertEquals(List.of("probe_new"), new TenantTables(database).unlocked());
                denied(runtime, "select id from probe_new");
                try (Database node = new Database(database.address(), 2)) {
                    assertTrue(node.rowSecurityFailure().orElseThrow().startsWith("1 tenant tables are without it"));
                    node.open(PROBE, getClass().getClassLoader(), null).close();
                    assertEquals(Optional.empty(), node.rowSecurityFailure());
                }
                assertEquals(List.of(), new TenantTables(database).unlocked());
                assertEquals(List.of(), read(runtime, "select id from probe_new"));
            }
        });
    }

    @Test
    @DisplayName("A unit with a policy of its own does not open: policies add up")
    void ownPolicy() throws SQLException {
        story(TestDatabase.Kind.POSTGRESQL, (database, lines) -> {
            try (Connection owner = database.owner();
                    Database node = new Database(database.address(), 2)) {
                update(owner, "create policy wide on probe_line using (true)");
                String told = assertThrows(
                                IllegalStateException.class,
                                () -> node.open(PROBE, getClass().getClassLoader(), null))
                        .getMessage();
                assertEquals("row-level security of probe: table probe_line has a policy of its own, wide", told);
            }
        });
    }

    @Test
    @DisplayName("A node without the owner's credential serves, locked all the same, what another has migrated")
    void runtimeOnly(@TempDir Path folder) throws SQLException {
        story(TestDatabase.Kind.POSTGRESQL, (database, lines) -> {
            Database.Address own = database.address();
            as(database, GLOBEX, () -> new Parcels(database.store("probe"))
                    .add(new Parcel("globex", "x", "zoe", NOON).due(NOON)));
            try (Database node = new Database(new Database.Address(own.url(), own.user(), own.password(), "", ""), 2)) {
                node.open(PROBE, getClass().getClassLoader(), null).close();
                assertEquals(Optional.empty(), node.rowSecurityFailure());
                assertEquals(1, node.dueRows().count("probe_parcel", NOON));
                assertThrows(RuntimeException.class, () -> open(node, folder, "create table probe_x (id integer)"));
            }
        });
    }

    @Test
    @DisplayName("One user for all works without row-level security, says so, and can be told apart later")
    void oneUser() throws SQLException {
        try (TestDatabase database = TestDatabase.postgresql()) {
            Database.Address two = database.address();
            Database.Address one = new Database.Address(two.url(), two.ownerUser(), two.ownerPassword(), "", "");
            try (Database node = new Database(one, 2)) {
                node.open(PROBE, getClass().getClassLoader(), null).close();
                assertTrue(node.rowSecurityFailure().orElseThrow().contains("owns 4 tables"));
                assertEquals(0, node.dueRows().count("probe_parcel", NOON));
            }
            assertEquals(4, new TenantTables(database).unlocked().size());
            database.store("probe");
            assertEquals(List.of(), new TenantTables(database).unlocked());
            String told = assertThrows(IllegalStateException.class, () -> new Database(one, 2))
                    .getMessage();
            assertTrue(told.contains("no role to find due rows with: name a user that is neither"), told);
        }
    }

    @Test
    @DisplayName("A run-time user that may act as the owner is refused")
    void heir() throws SQLException {
        try (TestDatabase database = TestDatabase.postgresql();
                Connection owner = database.owner();
                Statement statement = owner.createStatement()) {
            String parent = "parent_" + database.toString().substring(5);
            String heir = "heir_" + database.toString().substring(5);
            String password = database.address().password();
            statement.execute("create role " + parent + " login password '" + password + "'");
            statement.execute("create role " + heir + " login password '" + password + "' in role " + parent);
            try {
                var address = new Database.Address(database.address().url(), heir, password, parent, password);
                String told = assertThrows(IllegalStateException.class, () -> new Database(address, 2))
                        .getMessage();
                assertTrue(told.contains("the run-time user " + heir + " may act as the owner"), told);
            } finally {
                statement.execute("drop role " + heir);
                statement.execute("drop role " + parent);
            }
        }
    }

    private static void migrate(TestDatabase database, Path folder, String sql) {
        try (Database node = new Database(database.address(), 2)) {
            open(node, folder, sql);
        }
    }

    /** Opens the probe unit with one more migration. */
    private static void open(Database node, Path folder, String sql) {
        try {
            Path scripts = Files.createDirectories(folder.resolve("db/migration/probe"));
            Files.writeString(scripts.resolve("V2__more.sql"), sql);
            URL[] more = {folder.toUri().toURL()};
            try (URLClassLoader loader = new URLClassLoader(more, DatabaseUsersTest.class.getClassLoader())) {
                node.open(PROBE, loader, null).close();
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
