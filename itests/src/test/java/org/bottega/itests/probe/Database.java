package org.bottega.itests.probe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;

/** The platform's database, reached past the platform: on PostgreSQL as its owner, who sees all rows when he says so. */
final class Database {

    private static final String DERBY = "org.apache.derby.jdbc.EmbeddedDriver";
    private static final String POSTGRESQL = "org.postgresql.Driver";
    private static final String URL = System.getenv("BOTTEGA_DB_URL");
    private static final String SERVER = URL == null || URL.startsWith("jdbc:derby:") ? null : URL;

    private final BundleContext context;
    private final Path data;
    private Driver driver;
    private String url;

    Database(BundleContext context, Path data) {
        this.context = context;
        this.data = data;
    }

    synchronized Connection connect() throws SQLException, ReflectiveOperationException {
        if (driver == null) {
            driver = (Driver) driverClass(SERVER == null ? DERBY : POSTGRESQL)
                    .getConstructor()
                    .newInstance();
            url = SERVER == null ? "jdbc:derby:" + folder() : SERVER;
        }
        Connection connection = driver.connect(url, SERVER == null ? new Properties() : owner());
        if (connection == null) {
            throw new IllegalStateException("no connection to " + url);
        }
        return connection;
    }

    private static Properties owner() {
        Properties owner = new Properties();
        owner.setProperty("user", System.getenv("BOTTEGA_DB_OWNER_USER"));
        owner.setProperty("password", System.getenv("BOTTEGA_DB_OWNER_PASSWORD"));
        owner.setProperty("options", "-c app.migration=on");
        return owner;
    }

    private Class<?> driverClass(String driverName) {
        for (Bundle bundle : context.getBundles()) {
            String name = bundle.getSymbolicName();
            if (name != null && (name.equals("derby") || name.startsWith("org.postgresql"))) {
                try {
                    return bundle.loadClass(driverName);
                } catch (ClassNotFoundException e) {
                    continue;
                }
            }
        }
        throw new IllegalStateException("no bundle has " + driverName);
    }

    private Path folder() {
        if (URL != null) {
            return Path.of(URL.substring("jdbc:derby:".length()).replaceFirst(";.*", ""));
        }
        try (Stream<Path> all = Files.walk(data, 4)) {
            return all.filter(p -> p.getFileName().toString().equals("service.properties"))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no Derby database below " + data))
                    .getParent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
