package org.bottega.api.platform;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * One marketplace.
 *
 * @param id slug, {@code [a-z][a-z0-9-]{1,29}}: the path segment and the {@code tenant_id} of all its rows
 * @param title for people
 * @param zone default zone of its sellers (D17)
 * @param locale default language
 * @param sandbox a marketplace for trying out: its clock can be moved, and no real money moves. Fixed when it is created
 * @param suspendedAt since when the operator has it suspended, or null: requests are refused, deadlines and deliveries wait
 */
public record Tenant(
        String id, String title, ZoneId zone, Locale locale, Instant createdAt, boolean sandbox, Instant suspendedAt) {

    /** A live marketplace. */
    public Tenant(String id, String title, ZoneId zone, Locale locale, Instant createdAt) {
        this(id, title, zone, locale, createdAt, false, null);
    }
}
