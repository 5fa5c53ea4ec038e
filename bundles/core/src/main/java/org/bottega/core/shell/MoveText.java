package org.bottega.core.shell;

import org.bottega.api.platform.TenantClocks.Move;

/** A move of a clock, for people. */
final class MoveText {

    private MoveText() {}

    static void print(Move move) {
        String how =
                switch (move.state()) {
                    case MOVING -> "Being moved";
                    case DONE -> "Moved";
                    case STUCK -> "Stuck on the way";
                };
        System.out.println(how + " from " + move.from() + " to " + move.to() + ": " + move.steps() + " steps, "
                + move.processed() + " due rows.");
        if (!move.failures().isEmpty()) {
            System.out.println("What could not be done:");
            move.failures().forEach(line -> System.out.println("  " + line));
        }
    }
}
