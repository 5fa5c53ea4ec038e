package org.bottega.core.audit;

import org.bottega.api.Page;
import org.bottega.api.PageRequest;

/** Reads the audit of the current caller's tenant. */
public interface AuditLog {

    /**
     * Newest first; a caller confined to a seller sees what was done by that seller's people only.
     *
     * @param action only lines of this action, or null for all
     */
    Page<AuditEntry> list(String action, PageRequest request);
}
