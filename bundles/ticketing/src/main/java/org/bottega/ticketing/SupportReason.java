package org.bottega.ticketing;

/** What a support ticket is about. Refunds have the reasons of sales. */
public enum SupportReason {
    ACCESS,
    DOWNLOAD,
    CONTENT,
    PAYMENT,
    INVOICE,
    OTHER
}
