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
 */
public record Tenant(String id, String title, ZoneId zone, Locale locale, Instant createdAt) {}
