package org.bottega.ticketing;

/** What happens to a ticket by itself when it is due. */
public enum NextStep {
    /** What a crash left of an opening is finished. */
    SETTLE,
    /** The refund is made (TKT-19). */
    PROCESS,
    /** The first warning of a silence. */
    WARN_1,
    /** The second. */
    WARN_2,
    /** The system closes it (TKT-29, TKT-32). */
    CLOSE
}
