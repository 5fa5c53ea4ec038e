package org.bottega.api.platform;

import org.bottega.api.Files.StoredFile;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/** The files of the current caller's tenant, for those who run it. Callers confined to a seller are refused (403). */
@ProviderType
public interface FileDesk {

    /** A file and the module whose it is. */
    record Line(StoredFile file, String module) {}

    /**
     * What the files take.
     *
     * @param used bytes of all files, those being uploaded included
     * @param quota most bytes of all files
     * @param maxFile most bytes of one file
     */
    record Usage(long used, long quota, long maxFile) {}

    /** Files, newest first; of one module, or with null of all. */
    Page<Line> list(String module, PageRequest page);

    Usage usage();

    /**
     * Removes a file for good, whoever refers to it.
     *
     * @throws org.bottega.api.Problem 404 {@code file-not-found}
     */
    void remove(String id);
}
