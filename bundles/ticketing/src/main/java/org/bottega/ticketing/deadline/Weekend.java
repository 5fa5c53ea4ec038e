package org.bottega.ticketing.deadline;

/** What weekends, and {@linkplain Holidays holidays} with them, do to the clock of a refund or cancellation (D3). */
public enum Weekend {
    /** Only elapsed time outside them counts; running out as one begins means due when it ends (TKT-13, TKT-21). */
    PAUSE,
    /** All elapsed time counts; a due date that falls on one moves to the next working day, same time on the wall (TKT-21). */
    ROLL,
    /** Nothing: they count as any other day. */
    NONE
}
