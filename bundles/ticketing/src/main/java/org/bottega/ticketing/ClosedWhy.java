package org.bottega.ticketing;

/** Why a ticket is closed. */
public enum ClosedWhy {
    /** Somebody closed it (TKT-14). */
    ASKED,
    /** Nobody touched it for long (TKT-29, TKT-32). */
    SILENCE,
    /** What it asked for was done (TKT-24). */
    PROCESSED,
    /** The customer took his request back in sales. */
    WITHDRAWN,
    /** The request was declined in sales. */
    DECLINED,
    /** The bank has the case. */
    CONTESTED,
    /** The money went back by another way. */
    REFUNDED,
    /** The request is over in sales, which did not say why. */
    ENDED
}
