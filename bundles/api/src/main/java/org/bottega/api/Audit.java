package org.bottega.api;

import java.util.Map;
import org.osgi.annotation.versioning.ProviderType;

/** Who changed what, when. One line for every change, written in the change's own unit of work. */
@ProviderType
public interface Audit {

    /**
     * Writes a line for the current caller into the open unit of work.
     *
     * @param action what was done, for example {@code purchase.refund}
     * @param subject id of the thing it was done to
     * @param details what a reader needs to understand it; no secrets, no card numbers
     */
    void record(String action, String subject, Map<String, ?> details);
}
