package org.bottega.core.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.Problem;
import org.bottega.core.data.Operations;
import org.bottega.persistence.DatabaseBackup;

/** {@code database:backup}. */
@Service
@Command(
        scope = "database",
        name = "backup",
        description = "Writes a copy of the database",
        detailedDescription =
                """
                Writes a copy of the embedded database as db into a folder that is there, on the server's machine. Work goes on;
                all that was answered before is in the copy. The script's command, bottega backup FOLDER, copies the settings
                along; its counterpart is bottega restore FOLDER.

                  database:backup /srv/backup

                Exit status 1 on PostgreSQL, where pg_dump does it.""")
public final class DatabaseBackupCommand extends OperatorCommand {

    @Argument(name = "folder", description = "Folder on the server's machine", required = true)
    private String folder;

    @Reference
    private DatabaseBackup backup;

    @Reference
    private Operations operations;

    @Override
    protected void run() {
        Path target = Path.of(folder).toAbsolutePath();
        if (!Files.isDirectory(target) || !Files.isWritable(target)) {
            throw Problem.invalid("file-unusable", "folder", "a folder that is there and can be written");
        }
        try {
            System.out.println("The database is in " + backup.write(target) + ".");
        } catch (IOException e) {
            Problem problem =
                    Problem.invalid("file-unusable", "folder", "a folder that can be written: " + e.getMessage());
            problem.initCause(e);
            throw problem;
        }
        operations.record("database.backup", target.getFileName().toString(), Map.of());
    }
}
