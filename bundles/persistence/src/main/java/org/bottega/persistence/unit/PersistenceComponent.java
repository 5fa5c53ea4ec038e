package org.bottega.persistence.unit;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Callers;
import org.bottega.api.UnitOfWork;
import org.bottega.api.spi.Gauges;
import org.bottega.api.spi.HealthCheck;
import org.bottega.persistence.DatabaseBackup;
import org.bottega.persistence.DueRows;
import org.bottega.persistence.TenantTables;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Opens the database that the configuration names and offers what stands on it. */
@Component(
        service = {},
        immediate = true,
        configurationPid = "org.bottega.persistence",
        configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = PersistenceComponent.Config.class)
public final class PersistenceComponent {

    /** The database. */
    @ObjectClassDefinition(name = "Bottega database")
    public @interface Config {
        @AttributeDefinition(description = "jdbc:derby:<folder>;create=true, or jdbc:postgresql://host/database")
        String url();

        @AttributeDefinition(description = "Run-time user; on PostgreSQL neither superuser nor owner of the tables")
        String user() default "";

        @AttributeDefinition(description = "Password of the run-time user")
        String password() default "";

        @AttributeDefinition(
                description = "User that owns the tables; empty: the run-time user, without row-level security")
        String ownerUser() default "";

        @AttributeDefinition(description = "Password of that user")
        String ownerPassword() default "";

        @AttributeDefinition(description = "Most connections at a time")
        int poolSize() default 16;

        @AttributeDefinition(description = "Seconds that a statement may take on PostgreSQL, migrations excepted")
        int statementSeconds() default Database.STATEMENT_SECONDS;
    }

    private final Database database;
    private final UnitExtender extender;
    private final List<ServiceRegistration<?>> services = new ArrayList<>();

    @Activate
    public PersistenceComponent(BundleContext context, Config config) {
        this.database = new Database(
                new Database.Address(
                        config.url(), config.user(), config.password(), config.ownerUser(), config.ownerPassword()),
                config.poolSize(),
                config.statementSeconds());
        services.add(context.registerService(Callers.class, database.callers(), null));
        services.add(context.registerService(UnitOfWork.class, database.unitOfWork(), null));
        services.add(context.registerService(DueRows.class, database.dueRows(), null));
        services.add(context.registerService(DatabaseBackup.class, database.backup(), null));
        services.add(context.registerService(TenantTables.class, database.tenantTables(), null));
        services.add(context.registerService(HealthCheck.class, new Answering(database), null));
        if (database.hasRowSecurity()) {
            Dictionary<String, Object> shownOnly = new Hashtable<>(Map.of("ready", false));
            services.add(context.registerService(HealthCheck.class, new Locked(database), shownOnly));
        }
        services.add(context.registerService(Gauges.class, database.gauges(), null));
        this.extender = new UnitExtender(context, database);
        extender.open();
    }

    @Deactivate
    void close() {
        extender.close();
        services.forEach(ServiceRegistration::unregister);
        database.close();
    }

    private record Answering(Database database) implements HealthCheck {
        @Override
        public String name() {
            return "database";
        }

        @Override
        public Optional<String> failure() {
            return database.failure();
        }
    }

    private record Locked(Database database) implements HealthCheck {
        @Override
        public String name() {
            return "row-level-security";
        }

        @Override
        public Optional<String> failure() {
            return database.rowSecurityFailure();
        }
    }
}
