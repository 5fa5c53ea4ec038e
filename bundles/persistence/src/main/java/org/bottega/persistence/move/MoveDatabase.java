package org.bottega.persistence.move;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.bottega.persistence.tx.Dialect;
import org.bottega.persistence.unit.Collation;
import org.bottega.persistence.unit.Migrator;
import org.bottega.persistence.unit.UnitDescription;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Copies an embedded database into an empty PostgreSQL: {@code bottega migrate-database}. The schema comes from the migrations
 * of every unit on the class path.
 */
public final class MoveDatabase {

    private static final String DERBY = "jdbc:derby:";
    private static final String POSTGRESQL = "jdbc:postgresql:";

    private final String from;
    private final ReadOnly old;
    private final DataSource to;
    private final Consumer<String> progress;

    /**
     * Between two databases.
     *
     * @param from {@code jdbc:derby:<folder>}
     * @param to PostgreSQL, as the owner of the tables
     * @param progress hears of each table
     */
    public MoveDatabase(String from, DataSource to, Consumer<String> progress) {
        this.from = from.split(";", 2)[0];
        this.old = new ReadOnly(Path.of(this.from.replace(DERBY, "")).toAbsolutePath());
        this.to = to;
        this.progress = progress;
    }

    /** The program: {@code --to URL [--user USER]}; passwords and the source come from the environment. */
    public static void main(String[] args) {
        try {
            Map<String, String> settings = System.getenv();
            PGSimpleDataSource to = target(List.of(args), settings);
            long rows = new MoveDatabase(settings.getOrDefault("BOTTEGA_DB_FROM", ""), to, System.out::println).run();
            System.out.println("All " + rows + " rows are in " + to.getDatabaseName()
                    + " and the same. The old database is as it was;"
                    + " start with BOTTEGA_DB_URL set to the new one.");
        } catch (MoveFailed e) {
            System.err.println("bottega: " + e.getMessage());
            System.exit(1);
        }
    }

    private static PGSimpleDataSource target(List<String> args, Map<String, String> settings) {
        String url = null;
        String user = settings.getOrDefault("BOTTEGA_DB_OWNER_USER", settings.get("BOTTEGA_DB_USER"));
        for (int i = 0; i < args.size(); i += 2) {
            String value = i + 1 < args.size() ? args.get(i + 1) : "";
            switch (args.get(i)) {
                case "--to" -> url = value;
                case "--user" -> user = value;
                default ->
                    throw new MoveFailed(
                            "migrate-database takes --to jdbc:postgresql://… and --user, not " + args.get(i));
            }
        }
        if (url == null || !url.startsWith(POSTGRESQL)) {
            throw new MoveFailed("say where to: --to jdbc:postgresql://host/database");
        }
        PGSimpleDataSource target = new PGSimpleDataSource();
        target.setUrl(url);
        if (user != null && !user.isEmpty()) {
            target.setUser(user);
            target.setPassword(settings.getOrDefault(
                    "BOTTEGA_DB_OWNER_PASSWORD", settings.getOrDefault("BOTTEGA_DB_PASSWORD", "")));
        }
        return target;
    }

    /**
     * Copies and compares everything. Called again after it was broken off it goes on.
     *
     * @return how many rows are there
     * @throws MoveFailed with one sentence
     */
    public long run() {
        try (Connection source = source()) {
            try (Connection target = to.getConnection()) {
                return run(source, target);
            } finally {
                source.rollback();
            }
        } catch (SQLException e) {
            throw new MoveFailed("a database cannot be used: " + e.getMessage(), e);
        } finally {
            old.close();
        }
    }

    private long run(Connection derby, Connection postgresql) throws SQLException {
        Collation.check(postgresql);
        Target target = new Target(postgresql);
        target.checkMine(from);
        for (String unit : units()) {
            progress.accept("tables of " + unit);
            new Migrator(to, Dialect.POSTGRESQL).migrate(unit, loader(), null);
        }
        target.begin(from);
        long rows = new Mover(new Source(derby), target, progress).run();
        target.end();
        return rows;
    }

    private Connection source() throws SQLException {
        if (!from.startsWith(DERBY)) {
            throw new MoveFailed("the database to copy is an embedded one, jdbc:derby:…, not " + from);
        }
        return old.open();
    }

    private static List<String> units() {
        List<String> units = new ArrayList<>();
        try {
            for (URL url : Collections.list(loader().getResources("META-INF/persistence.xml"))) {
                units.add(UnitDescription.read(url).name());
            }
        } catch (IOException e) {
            throw new MoveFailed("the modules cannot be read: " + e.getMessage(), e);
        }
        Collections.sort(units);
        return units;
    }

    private static ClassLoader loader() {
        return MoveDatabase.class.getClassLoader();
    }
}
