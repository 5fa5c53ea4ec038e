package org.bottega.web;

import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

@EnabledIfEnvironmentVariable(named = "BOTTEGA_TEST_PG_URL", matches = ".+")
class StepsOnPostgresqlTest extends StepsTest {

    @Override
    TestDatabase.Kind kind() {
        return TestDatabase.Kind.POSTGRESQL;
    }
}
