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

/** The platform's Derby database, reached past the platform. */
final class Database {

    private static final String DRIVER = "org.apache.derby.jdbc.EmbeddedDriver";

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
            driver = (Driver) driverClass().getConstructor().newInstance();
            url = "jdbc:derby:" + folder();
        }
        Connection connection = driver.connect(url, new Properties());
        if (connection == null) {
            throw new IllegalStateException("no connection to " + url);
        }
        return connection;
    }

    private Class<?> driverClass() {
        for (Bundle bundle : context.getBundles()) {
            String name = bundle.getSymbolicName();
            if (name != null && (name.equals("derby") || name.equals("org.bottega.persistence"))) {
                try {
                    return bundle.loadClass(DRIVER);
                } catch (ClassNotFoundException e) {
                    continue;
                }
            }
        }
        throw new IllegalStateException("no bundle has " + DRIVER);
    }

    private Path folder() {
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
