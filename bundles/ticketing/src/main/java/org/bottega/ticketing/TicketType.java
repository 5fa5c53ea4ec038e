package org.bottega.ticketing;

/** What a ticket asks for (TKT-01). */
public enum TicketType {
    /** The money back, by itself when the deadline passes. */
    REFUND,
    /** No more invoices; nothing is paid back. */
    CANCELLATION,
    /** An answer; nothing but a reminder and the closing happens by itself. */
    SUPPORT
}
