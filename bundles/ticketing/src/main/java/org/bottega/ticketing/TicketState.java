package org.bottega.ticketing;

/** Where a ticket stands. */
public enum TicketState {
    /** Sales has not said yet whether money can be asked for. */
    OPENING,
    /** People talk; the clock runs. */
    OPEN,
    /** What it asks for is being done. */
    PROCESSING,
    /** It is over, until somebody reopens it. */
    CLOSED
}
