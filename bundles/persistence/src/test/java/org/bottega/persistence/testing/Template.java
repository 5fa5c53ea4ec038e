package org.bottega.persistence.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.stream.Stream;

/** A Derby database with all units of the class path migrated, made once per JVM: tests begin with a copy of it. */
final class Template {

    private static final class Once {
        private static final Path FOLDER = make();
    }

    private Template() {}

    /** Attributes of a connection that make its database a copy. */
    static String copy() {
        return ";createFrom=" + Once.FOLDER;
    }

    private static Path make() {
        try (TestDatabase database = TestDatabase.empty("template")) {
            database.openAll();
            Path folder = Files.createTempDirectory("bottega-template");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            backUp(database.url(), folder);
            return folder.resolve("template");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void backUp(String url, Path folder) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement call = connection.prepareStatement("CALL SYSCS_UTIL.SYSCS_BACKUP_DATABASE(?)")) {
            call.setString(1, folder.toString());
            call.execute();
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
