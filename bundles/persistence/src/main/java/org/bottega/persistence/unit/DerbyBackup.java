package org.bottega.persistence.unit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.bottega.api.Problem;
import org.bottega.persistence.DatabaseBackup;
import org.bottega.persistence.tx.Dialect;

/** Derby's own online backup. */
final class DerbyBackup implements DatabaseBackup {

    private static final String NAME = "db";

    private final DataSource source;
    private final Dialect dialect;

    DerbyBackup(DataSource source, Dialect dialect) {
        this.source = source;
        this.dialect = dialect;
    }

    @Override
    public Path write(Path folder) throws IOException {
        if (dialect != Dialect.DERBY) {
            throw new Problem(
                    Problem.Kind.UNPROCESSABLE,
                    "backup-elsewhere",
                    "the database is PostgreSQL: back it up with pg_dump, or with the server's own means");
        }
        Path target = folder.resolve(NAME);
        if (Files.exists(target)) {
            throw Problem.conflict("file-exists", "there is a " + target + " already");
        }
        Path room = Files.createTempDirectory(folder, ".backup");
        try (Connection connection = source.getConnection();
                PreparedStatement call = connection.prepareStatement("call syscs_util.syscs_backup_database(?)")) {
            call.setString(1, room.toString());
            call.execute();
            connection.commit();
        } catch (SQLException e) {
            Problem problem = new Problem(
                    Problem.Kind.UNPROCESSABLE, "backup-failed", "the backup cannot be written: " + e.getMessage());
            problem.initCause(e);
            throw problem;
        }
        try (var found = Files.list(room)) {
            Files.move(found.findFirst().orElseThrow(), target, StandardCopyOption.ATOMIC_MOVE);
        }
        Files.delete(room);
        return target;
    }
}
