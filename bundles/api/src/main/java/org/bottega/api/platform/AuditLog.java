package org.bottega.api.platform;

import java.time.Instant;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/** Reads the audit of the current caller's tenant. */
@ProviderType
public interface AuditLog {

    /**
     * One line of the audit.
     *
     * @param actorKind kind of the caller
     * @param actor id of the caller within the kind
     * @param seller the seller the caller was confined to, or null
     * @param request id of the request or delivery
     * @param details JSON object
     */
    record Entry(
            String id,
            Instant at,
            String actorKind,
            String actor,
            String seller,
            String request,
            String action,
            String subject,
            String details) {}

    /**
     * Which lines are wanted; null narrows nothing.
     *
     * @param action what was done
     * @param subject id of the thing it was done to
     * @param actor id of who did it
     * @param from earliest instant, inclusive
     * @param to latest instant, exclusive
     */
    record Filter(String action, String subject, String actor, Instant from, Instant to) {}

    /**
     * Newest first; a caller confined to a seller sees what was done by that seller's people only.
     *
     * @throws org.bottega.api.Problem 400 {@code cursor-invalid} for a cursor of another tenant, seller or filter
     */
    Page<Entry> find(Filter filter, PageRequest request);

    /** Lines of one action, or all when it is null. */
    default Page<Entry> list(String action, PageRequest request) {
        return find(new Filter(action, null, null, null, null), request);
    }
}
