package org.bottega.core.audit;

import java.time.Instant;

/**
 * One line of the audit.
 *
 * @param actorKind kind of the caller
 * @param actor id of the caller within the kind
 * @param seller the seller the caller was confined to, or null
 * @param request id of the request or delivery
 * @param details JSON object
 */
public record AuditEntry(
        String id,
        Instant at,
        String actorKind,
        String actor,
        String seller,
        String request,
        String action,
        String subject,
        String details) {}
