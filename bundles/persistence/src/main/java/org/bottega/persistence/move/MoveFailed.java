package org.bottega.persistence.move;

/** Why a database is not moved, in one sentence. */
public final class MoveFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MoveFailed(String why) {
        super(why);
    }

    MoveFailed(String why, Throwable cause) {
        super(why, cause);
    }
}
