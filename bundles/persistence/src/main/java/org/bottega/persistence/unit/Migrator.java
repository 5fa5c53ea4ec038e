package org.bottega.persistence.unit;

import java.util.List;
import javax.sql.DataSource;
import org.bottega.persistence.tx.Dialect;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.ClassProvider;
import org.flywaydb.core.api.ResourceProvider;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.flywaydb.core.api.migration.JavaMigration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings a unit's schema up, once, under Flyway's database lock; each unit has a history table of its own. */
public final class Migrator {
    private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);
    private static final ClassProvider<JavaMigration> NO_CODE = List::of;

    /** Row-level security is forced on the owner too: a migration that changes rows says that it is one. */
    private static final String REACH_ALL_ROWS = "set app.migration = 'on'";

    private final DataSource owner;
    private final Dialect dialect;

    public Migrator(DataSource owner, Dialect dialect) {
        this.owner = owner;
        this.dialect = dialect;
    }

    /** Name of the table that tells which migrations have run. */
    static String history(String unit) {
        return unit + "_flyway";
    }

    /**
     * Runs what has not run yet.
     *
     * @param scripts where the scripts are, or null for the class path of {@code loader}
     */
    public void migrate(String unit, ClassLoader loader, ResourceProvider scripts) {
        FluentConfiguration configuration = Flyway.configure(loader)
                .dataSource(owner)
                .locations("classpath:db/migration/" + unit)
                .table(history(unit))
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .placeholders(dialect.placeholders())
                .javaMigrationClassProvider(NO_CODE);
        if (dialect == Dialect.POSTGRESQL) {
            configuration.initSql(REACH_ALL_ROWS);
        }
        if (scripts != null) {
            configuration.resourceProvider(scripts);
        }
        int done = configuration.load().migrate().migrationsExecuted;
        LOG.info("Unit {}: {} migrations run", unit, done);
    }
}
