package org.bottega.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Files of the current caller's tenant, kept in chunks in the database, so that backup, isolation and erasure hold for them
 * too. Nothing is ever held in memory as a whole. Who may reach which file is the module's business: keep the id private.
 */
@ProviderType
public interface Files {

    /**
     * A stored file.
     *
     * @param id unguessable
     * @param name as it was uploaded, without any path
     * @param length bytes
     * @param sha256 of the content, in hexadecimal: its entity tag
     */
    record StoredFile(String id, String name, String contentType, long length, String sha256, Instant storedAt) {}

    /**
     * Stores what {@code content} gives, to its end, in short units of work of its own: call it outside one. Until it
     * returns, the file is not there; what was begun and never ended is cleared away later.
     *
     * @param module id of the module whose file it is; purging the module removes it
     * @throws Problem 413 {@code file-too-large}, 409 {@code quota-exceeded} with members {@code quota} and {@code used}
     * @throws IOException what {@code content} threw; nothing is stored
     */
    StoredFile store(String module, String name, String contentType, InputStream content) throws IOException;

    Optional<StoredFile> find(String id);

    /**
     * Writes the bytes from {@code from} (inclusive) to {@code to} (exclusive), chunk by chunk, each read in a short unit of
     * work: call it outside one.
     *
     * @throws Problem 404 {@code file-not-found}
     */
    void read(String id, long from, long to, OutputStream out) throws IOException;

    /** Removes a file for good; one that is not there is fine. */
    void delete(String id);
}
