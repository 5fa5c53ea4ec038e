package org.bottega.api.platform;

import java.time.Instant;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The clock of the current caller's tenant. That of a sandbox can be moved forward: from one due instant to the next, doing
 * what is due and delivering its events before going on, so that a month that was skipped is what a lived one would have
 * been. Only business time moves: tokens, attempts to send mails, leases and limits go by real time.
 */
@ProviderType
public interface TenantClocks {

    /** How far a move has come. */
    enum State {
        /** Under way; the clock stands between two steps. */
        MOVING,
        /** At its end; the clock runs on from there. */
        DONE,
        /** Given up after many failures, of the database for instance; the clock stands. Moving it again goes on. */
        STUCK
    }

    /**
     * One move.
     *
     * @param steps due instants it has stopped at so far
     * @param processed due rows done so far
     * @param failures what could not be done or delivered, a line each; nothing is skipped silently
     * @param begunAt in real time, as {@code endedAt}, which is null until the end
     */
    record Move(
            String id,
            State state,
            Instant from,
            Instant to,
            long steps,
            long processed,
            List<String> failures,
            Instant begunAt,
            Instant endedAt) {}

    /**
     * What the clock says.
     *
     * @param now the tenant's time
     * @param real the real time
     * @param movable whether it can be moved: only that of a sandbox
     * @param move the newest move, or null when there was none
     */
    record Reading(Instant now, Instant real, boolean movable, Move move) {}

    /** What the clock says now. */
    Reading show();

    /**
     * Begins to move the clock by an ISO 8601 period and duration such as {@code P3D}, {@code PT90M} or {@code P1M2DT3H},
     * judged on the calendar of the tenant's zone.
     *
     * @throws org.bottega.api.Problem 400 {@code span-invalid}, and as {@link #advanceTo}
     */
    Reading advance(String by);

    /**
     * Begins to move the clock to an instant. The move goes on behind the scenes, also after a crash; {@link #show} tells
     * how far it is.
     *
     * @throws org.bottega.api.Problem 409 {@code clock-not-movable} (a live tenant), {@code clock-moving} (one move at a
     *     time), {@code tenant-suspended}; 403 {@code seller-confined}; 400 {@code clock-backward} (not after the tenant's time), {@code clock-too-far}
     *     (more than ten years ahead of real time)
     */
    Reading advanceTo(Instant to);
}
