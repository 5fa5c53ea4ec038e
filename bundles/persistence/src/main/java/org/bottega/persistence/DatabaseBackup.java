package org.bottega.persistence;

import java.io.IOException;
import java.nio.file.Path;
import org.osgi.annotation.versioning.ProviderType;

/** Copies of the database, taken while it is worked on. For the platform. */
@ProviderType
public interface DatabaseBackup {

    /**
     * Writes a copy of the embedded database into a folder, as {@code db}: what was committed before the call is in it, and
     * what is committed meanwhile may be. Nobody waits for it.
     *
     * @param folder exists, without a {@code db}
     * @return the copy
     * @throws org.bottega.api.Problem {@code backup-elsewhere} (422) on PostgreSQL, which has its own tools; {@code
     *     backup-failed} (422)
     */
    Path write(Path folder) throws IOException;
}
