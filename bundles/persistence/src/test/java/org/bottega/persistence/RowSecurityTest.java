package org.bottega.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.bottega.api.Caller;
import org.bottega.persistence.guard.StatementRefused;
import org.bottega.persistence.testing.TenantTables;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Two locks keep tenants apart: the guard, and below it row-level security")
class RowSecurityTest extends TwoTenantsTest {
    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("A statement without the tenant predicate is refused by the connection, on both databases")
    void refused(TestDatabase.Kind kind) throws SQLException {
        story(
                kind,
                (database, lines) -> as(database, ACME, () -> {
                    assertEquals(List.of("a"), lines.ids(9));
                    for (String sql : List.of(
                            "select id from probe_line", "select id from probe_line where tenant_id = tenant_id")) {
                        assertThrows(StatementRefused.class, () -> lines.read(sql), sql);
                    }
                    assertThrows(StatementRefused.class, () -> lines.run("update probe_line set parcel = 'x'"));
                    assertThrows(StatementRefused.class, () -> lines.run("delete from probe_line where id = ?", "g"));
                    String insert = "insert into probe_line (tenant_id, id, parcel) values (?, ?, ?)";
                    assertThrows(StatementRefused.class, () -> lines.run(insert, "globex", "x", "p"));
                }));
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "BOTTEGA_TEST_PG_URL", matches = ".+")
    @DisplayName("On PostgreSQL a statement past the guard reaches own rows only")
    void pastTheGuard() throws SQLException {
        story(TestDatabase.Kind.POSTGRESQL, (database, lines) -> {
            as(database, ACME, () -> {
                assertEquals(List.of("a"), read(database.connection(), "select id from probe_line"));
                assertEquals(
                        List.of(), read(database.connection(), "select id from probe_line where tenant_id = 'globex'"));
                assertEquals(1, update(database.connection(), "update probe_line set parcel = 'mine'"));
                assertEquals(0, update(database.connection(), "update probe_line set parcel = 'x' where id = 'g'"));
                assertEquals(1, update(database.connection(), "delete from probe_line"));
            });
            as(
                    database,
                    GLOBEX,
                    () -> assertEquals(
                            List.of("p"), read(database.connection(), "select parcel from probe_line where id = 'g'")));
            as(database, Caller.operator(null, "test"), () -> {
                assertEquals(List.of(), read(database.connection(), "select id from probe_line"));
                assertEquals(0, update(database.connection(), "delete from probe_line"));
            });
        });
    }

    @ParameterizedTest
    @MethodSource("foreign")
    @DisplayName("On PostgreSQL a row of another tenant can neither be made nor be made of an own one")
    void foreignRows(String sql) throws SQLException {
        story(TestDatabase.Kind.POSTGRESQL, (database, lines) -> {
            as(database, ACME, () -> denied(database.connection(), sql));
            as(database, GLOBEX, () -> assertEquals(List.of("g"), lines.ids(9)));
        });
    }

    static List<String> foreign() {
        return TestDatabase.kinds().count() == 1
                ? List.of()
                : List.of(
                        "insert into probe_line (tenant_id, id, parcel) values ('globex', 'x', 'p')",
                        "update probe_line set tenant_id = 'globex'",
                        "insert into probe_line (tenant_id, id, parcel) values ('acme', 'g', 'p'), ('globex', 'x', 'p')",
                        "truncate probe_line",
                        "alter table probe_line disable row level security",
                        "create policy open_tenant on probe_line using (true)");
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "BOTTEGA_TEST_PG_URL", matches = ".+")
    @DisplayName("Every tenant table has it, and every key carries the tenant: all tables can be partitioned by it")
    void everyTable() throws SQLException {
        story(TestDatabase.Kind.POSTGRESQL, (database, lines) -> {
            TenantTables tables = new TenantTables(database);
            assertEquals(List.of("probe_letter", "probe_line", "probe_parcel", "probe_poster"), tables.names());
            assertEquals(List.of(), tables.unlocked());
            assertEquals(5, tables.keys());
            assertEquals(5, tables.partition());
            try (Connection owner = database.owner()) {
                update(
                        owner,
                        "insert into parted.probe_line (tenant_id, id, parcel) select 't' || n, 'x', 'p'"
                                + " from generate_series(1, 100) n");
                assertEquals(List.of("4"), read(owner, "select count(distinct tableoid) from parted.probe_line"));
            }
        });
    }

    @Test
    @EnabledIfEnvironmentVariable(named = "BOTTEGA_TEST_PG_URL", matches = ".+")
    @DisplayName("A key without the tenant does not pass that test")
    void keyWithoutTenant() throws SQLException {
        story(TestDatabase.Kind.POSTGRESQL, (database, lines) -> {
            try (Connection owner = database.owner()) {
                update(owner, "alter table probe_line add constraint probe_line_bad unique (id)");
            }
            SQLException refused = assertThrows(SQLException.class, () -> new TenantTables(database).partition());
            assertTrue(refused.getMessage().contains("unique constraint on partitioned table"), refused.getMessage());
        });
    }
}
