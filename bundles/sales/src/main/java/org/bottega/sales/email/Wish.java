package org.bottega.sales.email;

/**
 * A change that is wanted, as it was checked (ACC-14).
 *
 * @param current the address it is to replace, in lower case; null when the asker's own is meant
 * @param next the new address, in lower case
 * @param taxId for SUPPORT (ACC-10), or null
 */
public record Wish(ChangeReason reason, String current, String next, String taxId) {}
