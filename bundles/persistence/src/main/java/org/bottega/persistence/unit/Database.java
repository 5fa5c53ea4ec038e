package org.bottega.persistence.unit;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.bottega.api.Callers;
import org.bottega.api.UnitOfWork;
import org.bottega.api.spi.Gauges;
import org.bottega.persistence.DatabaseBackup;
import org.bottega.persistence.DueRows;
import org.bottega.persistence.TenantTables;
import org.bottega.persistence.guard.GuardedConnections;
import org.bottega.persistence.guard.Tables;
import org.bottega.persistence.guard.TenantGuard;
import org.bottega.persistence.jpa.EntityUnit;
import org.bottega.persistence.table.TenantTablesImpl;
import org.bottega.persistence.tx.CallersImpl;
import org.bottega.persistence.tx.Dialect;
import org.bottega.persistence.tx.LocalTransactions;
import org.bottega.persistence.tx.UnitOfWorkImpl;
import org.flywaydb.core.api.ResourceProvider;

/** One database and all that stands on it: the pool, the transactions, the units. An ordinary object, in Karaf or without. */
public final class Database implements AutoCloseable {

    private final DataSource owner;
    private final HikariDataSource pool;
    private final LocalTransactions transactions;
    private final CallersImpl callers;
    private final UnitOfWork unitOfWork;
    private final Migrator migrator;
    private final RowSecurity security;
    private final Map<String, Tables> tables = new ConcurrentHashMap<>();
    private final Set<String> lanes = ConcurrentHashMap.newKeySet();

    /**
     * Where the database is.
     *
     * @param ownerUser who may change the schema; empty for the same as {@code user}, and then without row-level security
     */
    public record Address(String url, String user, String password, String ownerUser, String ownerPassword) {}

    /** An open unit. */
    public record OpenUnit(String name, LocalTransactions transactions, EntityUnit entities, DataSource source)
            implements AutoCloseable {
        @Override
        public void close() {
            entities.close();
        }
    }

    /** Seconds that a statement may take on PostgreSQL, where nothing else is said. */
    static final int STATEMENT_SECONDS = 10;

    public Database(Address address, int poolSize) {
        this(address, poolSize, STATEMENT_SECONDS);
    }

    /** With the seconds that a statement may take on PostgreSQL; migrations take what they need. */
    public Database(Address address, int poolSize, int statementSeconds) {
        DataSource runtime = Pools.plain(address.url(), address.user(), address.password());
        this.owner = address.ownerUser().isEmpty()
                ? runtime
                : Pools.plain(address.url(), address.ownerUser(), address.ownerPassword());
        Dialect dialect = dialect(runtime);
        this.security = dialect == Dialect.POSTGRESQL ? security(runtime, owner) : null;
        this.pool = Pools.pooled(
                Pools.limited(address.url(), address.user(), address.password(), statementSeconds), poolSize);
        this.transactions = new LocalTransactions(pool, dialect);
        this.callers = new CallersImpl(transactions);
        this.unitOfWork = new UnitOfWorkImpl(transactions, callers);
        this.migrator = new Migrator(owner, dialect);
    }

    /** The first connection, made without a time limit: Derby creates or recovers its database meanwhile. */
    private static Dialect dialect(DataSource source) {
        try (Connection connection = source.getConnection()) {
            Dialect dialect = Dialect.of(connection);
            if (dialect == Dialect.POSTGRESQL) {
                Collation.check(connection);
            } else {
                Pools.limitLockWaits(connection);
            }
            return dialect;
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be used: " + e.getMessage(), e);
        }
    }

    private static RowSecurity security(DataSource runtime, DataSource owner) {
        try {
            return RowSecurity.of(runtime, owner);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be used: " + e.getMessage(), e);
        }
    }

    public Callers callers() {
        return callers;
    }

    public UnitOfWork unitOfWork() {
        return unitOfWork;
    }

    public DueRows dueRows() {
        String sweeper = security == null ? null : security.sweeper().orElse(null);
        return new DueRowsImpl(pool, transactions, tables, lanes, sweeper);
    }

    /** All tables with tenants' rows. */
    public TenantTables tenantTables() {
        return new TenantTablesImpl(pool, transactions);
    }

    /** Copies of it. */
    public DatabaseBackup backup() {
        return new DerbyBackup(pool, transactions.dialect());
    }

    /** Figures about its connections. */
    Gauges gauges() {
        return new PoolGauges(pool);
    }

    /**
     * Migrates a unit and makes it ready.
     *
     * @param scripts where its migrations are, or null for {@code db/migration/<unit>} on the class path of the loader
     */
    public OpenUnit open(UnitDescription unit, ClassLoader loader, ResourceProvider scripts) {
        migrator.migrate(unit.name(), loader, scripts);
        lanes.addAll(unit.lanes());
        if (security != null) {
            security.protect(unit.name(), unit.lanes());
        }
        try (Connection connection = pool.getConnection()) {
            tables.put(unit.name(), Tables.read(connection, unit.name()));
            connection.rollback();
        } catch (SQLException e) {
            throw new IllegalStateException("tables of " + unit.name(), e);
        }
        GuardedConnections guarded = new GuardedConnections(new TenantGuard(tables.get(unit.name())));
        UnitSource source = new UnitSource(pool, transactions, guarded);
        EntityUnit entities = new EntityUnit(unit.name(), loader, unit.classes(), transactions, source);
        return new OpenUnit(unit.name(), transactions, entities, source);
    }

    /** What is wrong with the database, or empty when it answers. */
    public Optional<String> failure() {
        try (Connection connection = pool.getConnection()) {
            return connection.isValid(1) ? Optional.empty() : Optional.of("the database does not answer");
        } catch (SQLException e) {
            return Optional.of("the database cannot be reached: " + e.getMessage());
        }
    }

    /** Whether row-level security is to be expected of it. */
    boolean hasRowSecurity() {
        return security != null;
    }

    /** Why row-level security is not the second lock, or empty when it is. */
    public Optional<String> rowSecurityFailure() {
        try (Connection connection = pool.getConnection()) {
            try {
                return RowSecurity.failure(connection);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            return Optional.of("it cannot be looked at: " + e.getMessage());
        }
    }

    @Override
    public void close() {
        pool.close();
        Pools.shutDown(owner);
    }
}
