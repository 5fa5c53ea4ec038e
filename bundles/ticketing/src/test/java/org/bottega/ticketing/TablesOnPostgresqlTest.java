package org.bottega.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.SQLException;
import java.util.List;
import org.bottega.persistence.testing.TenantTables;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "BOTTEGA_TEST_PG_URL", matches = ".+")
@DisplayName("Tables of core and ticketing on PostgreSQL")
class TablesOnPostgresqlTest {

    @Test
    @DisplayName("Row-level security is forced on all, and every key carries the tenant: all can be partitioned by it")
    void all() throws SQLException {
        try (TestDatabase database = TestDatabase.postgresql()) {
            database.openAll();
            TenantTables tables = new TenantTables(database);
            assertTrue(
                    tables.names().containsAll(List.of("core_audit", "ticketing_ticket", "ticketing_comment")),
                    tables.names()::toString);
            assertEquals(List.of(), tables.unlocked());
            assertEquals(tables.keys(), tables.partition());
        }
    }
}
