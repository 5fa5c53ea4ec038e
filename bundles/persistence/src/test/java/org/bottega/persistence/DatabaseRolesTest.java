package org.bottega.persistence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Set;
import org.bottega.persistence.probe.Parcel;
import org.bottega.persistence.probe.Parcels;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "BOTTEGA_TEST_PG_URL", matches = ".+")
@DisplayName("PostgreSQL's roles hold no more rights than they need")
class DatabaseRolesTest extends TwoTenantsTest {

    @Test
    @DisplayName("The sweeper's role sees the due columns of waiting rows, and nothing else")
    void sweeper() throws SQLException {
        story(TestDatabase.Kind.POSTGRESQL, (database, lines) -> {
            Parcels parcels = new Parcels(database.store("probe"));
            as(database, ACME, () -> {
                parcels.add(parcel("due").due(NOON));
                parcels.add(parcel("calm"));
            });
            as(database, GLOBEX, () -> parcels.add(new Parcel("globex", "other", "zoe", NOON).due(NOON)));
            try (Connection connection = database.runtime();
                    Statement statement = connection.createStatement()) {
                statement.execute("set role " + database.address().user() + "_sweeper");
                assertEquals(
                        List.of("acme due anna", "globex other zoe"),
                        read(
                                connection,
                                "select concat_ws(' ', tenant_id, id, seller_id) from probe_parcel order by 1"));
                assertEquals(
                        2,
                        read(connection, "select due_at, due_attempts from probe_parcel")
                                .size());
                for (String column : List.of("label", "weight", "sent_at", "note", "due_error", "version", "*")) {
                    denied(connection, "select " + column + " from probe_parcel");
                }
                for (String sql : List.of(
                        "select id from probe_line",
                        "select id from probe_letter",
                        "select name from probe_setting",
                        "select id from probe_parcel for update",
                        "update probe_parcel set due_at = null",
                        "delete from probe_parcel",
                        "insert into probe_parcel (tenant_id, id) values ('acme', 'x')",
                        "select nextval('probe_seq')",
                        "create table probe_x (id integer)")) {
                    denied(connection, sql);
                }
            }
            assertThrows(IllegalArgumentException.class, () -> database.dueRows()
                    .find("probe_parcel", "label", NOON, 9, Set.of()));
        });
    }

    @Test
    @DisplayName(
            "The run-time user is neither superuser nor owner nor past row-level security, and finds no due row by itself")
    void runtimeUser() throws SQLException {
        story(TestDatabase.Kind.POSTGRESQL, (database, lines) -> {
            Parcels parcels = new Parcels(database.store("probe"));
            as(database, ACME, () -> parcels.add(parcel("due").due(NOON)));
            try (Connection connection = database.runtime()) {
                assertEquals(
                        List.of("f"),
                        read(
                                connection,
                                "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb from pg_roles"
                                        + " where rolname = current_user"));
                assertEquals(
                        List.of(),
                        read(
                                connection,
                                "select relname from pg_class where relnamespace = 'public'::regnamespace"
                                        + " and pg_has_role(current_user, relowner, 'MEMBER')"));
                assertEquals(List.of(), read(connection, "select id from probe_parcel"));
                assertEquals(List.of(), read(connection, "select id from probe_line"));
                denied(connection, "delete from probe_flyway");
                denied(connection, "create table probe_x (id integer)");
            }
            try (Connection owner = database.owner()) {
                assertEquals(List.of(), read(owner, "select id from probe_line"), "it is forced on the owner");
            }
        });
    }
}
