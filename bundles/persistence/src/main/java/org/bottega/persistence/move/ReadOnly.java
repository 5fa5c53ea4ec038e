package org.bottega.persistence.move;

import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** An embedded database as Derby reads it from a class path: not one byte of it is written, not even a lock file. */
final class ReadOnly {

    private final Path folder;
    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();

    ReadOnly(Path folder) {
        this.folder = folder;
    }

    private String address() {
        return "jdbc:derby:classpath:" + folder.getFileName();
    }

    /** @throws MoveFailed when there is none, when it is in use or was not closed */
    Connection open() throws SQLException {
        if (!Files.exists(folder.resolve("service.properties"))) {
            throw new MoveFailed("there is no database in " + folder);
        }
        if (Files.exists(folder.resolve("db.lck"))) {
            throw new MoveFailed("the database in " + folder
                    + " is in use, or was not closed: stop Bottega, after starting it once more if it was killed");
        }
        // Derby looks through it for each file, as long as the database is open.
        thread.setContextClassLoader(new URLClassLoader(new URL[] {parent()}, before));
        return DriverManager.getConnection(address());
    }

    private URL parent() {
        try {
            return folder.getParent().toUri().toURL();
        } catch (MalformedURLException e) {
            throw new MoveFailed("the folder " + folder + " cannot be named", e);
        }
    }

    /** By the thread that has opened it. */
    void close() {
        try {
            DriverManager.getConnection(address() + ";shutdown=true").close();
        } catch (SQLException e) {
            // Derby says 08006 when it has been shut down, and XJ004 when it was not even open.
            if (!"08006".equals(e.getSQLState()) && !"XJ004".equals(e.getSQLState())) {
                throw new MoveFailed("the old database was not closed: " + e.getMessage(), e);
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
