package org.bottega.persistence.guard;

/** A statement that could reach another tenant's rows, or another unit's tables. A programming error, never a user's. */
public final class StatementRefused extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    StatementRefused(String why) {
        super(why);
    }

    StatementRefused(String why, Throwable cause) {
        super(why, cause);
    }
}
