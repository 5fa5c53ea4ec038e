package org.bottega.persistence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bottega.api.Callers;
import org.bottega.api.UnitOfWork;
import org.bottega.persistence.DatabaseBackup;
import org.bottega.persistence.DueRows;
import org.bottega.persistence.Store;
import org.bottega.persistence.Stores;
import org.bottega.persistence.TenantTables;
import org.bottega.persistence.unit.Database;
import org.bottega.persistence.unit.UnitDescription;

/**
 * A real, empty database for one test class: Derby in memory, or a fresh PostgreSQL database on the server that {@code
 * BOTTEGA_TEST_PG_URL}, {@code _USER} and {@code _PASSWORD} name. That user owns it and needs the rights to make databases and
 * roles; tests run as another, so that row-level security holds for them as it does for the platform.
 */
public final class TestDatabase implements AutoCloseable {
    private static final String DERBY = "jdbc:derby:memory:";

    /** Derby sleeps for half a second before it drops a database: nobody waits for it, unless three are at it. */
    private static final Executor DROPS = new ThreadPoolExecutor(
            0,
            3,
            1,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            work -> {
                Thread thread = new Thread(work, "test-database-drop");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.CallerRunsPolicy());

    private final Database database;
    private final Database.Address address;
    private final String name;
    private final Runnable drop;
    private final Map<String, Database.OpenUnit> units = new HashMap<>();

    TestDatabase(String name, Database.Address address, int connections, Runnable drop) {
        this.name = name;
        this.address = address;
        this.database = new Database(address, connections);
        this.drop = drop;
    }

    /** The kinds of database that this machine offers, for parameterised tests: always DERBY, and POSTGRESQL when named. */
    public static Stream<Kind> kinds() {
        return PostgresqlServer.isThere() ? Stream.of(Kind.values()) : Stream.of(Kind.DERBY);
    }

    /** A kind of database. */
    public enum Kind {
        DERBY,
        POSTGRESQL;

        /** What tests use that run on one: Derby, or what {@code BOTTEGA_TEST_DATABASE} says. */
        public static Kind usual() {
            return "postgresql".equals(System.getenv("BOTTEGA_TEST_DATABASE")) ? POSTGRESQL : DERBY;
        }

        /** A new, empty database. */
        public TestDatabase open() {
            return this == DERBY ? derby() : postgresql();
        }
    }

    /** Derby in memory, with the tables of all units on the class path. */
    public static TestDatabase derby() {
        return derby("test-" + UUID.randomUUID(), Template.copy());
    }

    /** Derby in memory, with nothing in it. */
    static TestDatabase empty(String name) {
        return derby(name, ";create=true");
    }

    private static TestDatabase derby(String name, String how) {
        String url = DERBY + name;
        Database.Address address = new Database.Address(url + how, "", "", "", "");
        return new TestDatabase(name, address, 16, () -> DROPS.execute(() -> drop(url + ";drop=true")));
    }

    /** Address of a database in memory. */
    String url() {
        return DERBY + name;
    }

    private static void drop(String url) {
        try {
            DriverManager.getConnection(url).close();
        } catch (SQLException e) {
            if (!"08006".equals(e.getSQLState()) && !"XJ004".equals(e.getSQLState())) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A new database on the PostgreSQL server of the tests. */
    public static TestDatabase postgresql() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        return new TestDatabase(name, PostgresqlServer.create(name), 8, () -> PostgresqlServer.drop(name));
    }

    /** Opens a unit from the class path: its persistence.xml and its migrations. */
    public Store store(String unit) {
        return described()
                .filter(description -> description.name().equals(unit))
                .findFirst()
                .map(this::open)
                .orElseThrow(() -> new IllegalArgumentException("no unit " + unit + " on the class path"));
    }

    /** Opens, and so migrates, all units of the class path. */
    public void openAll() {
        described().forEach(this::open);
    }

    private static Stream<UnitDescription> described() {
        try {
            List<UnitDescription> units = new ArrayList<>();
            for (URL url : Collections.list(loader().getResources("META-INF/persistence.xml"))) {
                units.add(UnitDescription.read(url));
            }
            return units.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ClassLoader loader() {
        return Thread.currentThread().getContextClassLoader();
    }

    private Store open(UnitDescription description) {
        Database.OpenUnit open = database.open(description, loader(), null);
        units.put(description.name(), open);
        return Stores.of(open, database.callers());
    }

    public Callers callers() {
        return database.callers();
    }

    public UnitOfWork unitOfWork() {
        return database.unitOfWork();
    }

    public DueRows dueRows() {
        return database.dueRows();
    }

    public DatabaseBackup backup() {
        return database.backup();
    }

    public TenantTables tenantTables() {
        return database.tenantTables();
    }

    /** The raw connection of the open unit of work, past every guard: to break it, or to look. */
    public Connection connection() {
        try {
            return units.values().iterator().next().transactions().required().connection();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where it is, and who uses it. */
    public Database.Address address() {
        return address;
    }

    /** A connection of its owner, whom PostgreSQL lets change everything but shows no tenant's rows. */
    public Connection owner() throws SQLException {
        return DriverManager.getConnection(address.url(), address.ownerUser(), address.ownerPassword());
    }

    /** Such a connection as the platform has, but with nobody bound to it. */
    public Connection runtime() throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    /** Names of the open units. */
    public List<String> units() {
        return List.copyOf(units.keySet());
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public void close() {
        units.values().forEach(Database.OpenUnit::close);
        database.close();
        drop.run();
    }
}
