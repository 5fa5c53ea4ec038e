package org.bottega.api;

import java.time.ZoneId;
import java.util.Locale;

/**
 * A seller of the current tenant.
 *
 * @param id stable id, a slug unique within the tenant
 * @param name display name
 * @param email account address; sale notifications go here
 * @param supportEmail address for customers' matters, or null: then {@code email} (ACC-20, NOT-02)
 * @param zone the seller's own zone; it governs weekends and local days (ACC-19)
 * @param locale language of mails to the seller
 */
public record Seller(String id, String name, String email, String supportEmail, ZoneId zone, Locale locale) {}
