package org.bottega.core.testing;

/** A mail that the platform rendered and put into its outbox. */
public record SentMail(String template, String to, String subject, String text) {}
