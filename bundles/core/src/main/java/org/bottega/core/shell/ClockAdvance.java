package org.bottega.core.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.bottega.api.Problem;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.TenantClocks;
import org.bottega.api.platform.TenantClocks.Reading;
import org.bottega.api.platform.TenantClocks.State;

/** {@code clock:advance}. */
@Service
@Command(
        scope = "clock",
        name = "advance",
        description = "Moves the clock of a sandbox forward",
        detailedDescription =
                """
                Moves the clock of a sandbox forward, stopping at each instant at which something falls due to do it, with
                all that follows from it, as if the time had passed. Only forward, at most ten years ahead, and never the
                clock of a live marketplace.
                A span is written as ISO 8601 has it, and judged on the calendar of the marketplace's zone.

                  clock:advance --tenant acme P3D
                  clock:advance --tenant acme P1M2DT3H
                  clock:advance --tenant acme --to 2027-01-01T00:00:00Z

                Shows how far it is and waits for the end; interrupted, the clock moves on all the same: see clock:show.
                Exit status 1 when something could not be done on the way.""")
public final class ClockAdvance extends TenantCommand {

    private static final Duration LOOK = Duration.ofMillis(250);
    private static final int LOOKS_PER_LINE = 4;

    @Argument(name = "by", description = "P3D, P1M, PT90M, P1M2DT3H")
    private String by;

    @Argument(index = 1, name = "options", description = AnyOrder.LATE, multiValued = true)
    private List<String> late = new ArrayList<>();

    @Option(name = "--to", description = "An instant: 2027-01-01T00:00:00Z")
    private String to;

    @Option(name = "--wait", description = "Wait for the end; --wait=false returns when the clock has begun to move")
    private boolean wait = true;

    @Option(name = "--json", description = "Print JSON in the end")
    private boolean json;

    @Reference
    private TenantClocks clocks;

    @Override
    protected void run(Tenant in) {
        if ((by == null) == (to == null)) {
            throw Problem.invalid("by-or-to", "by", "a span of time, or --to and an instant");
        }
        Reading reading = to == null ? clocks.advance(by) : clocks.advanceTo(instant());
        for (int look = 0; wait && isMoving(reading) && !Thread.currentThread().isInterrupted(); look++) {
            if (!json && look > 0 && look % LOOKS_PER_LINE == 0) {
                System.out.println(reading.now() + ", " + reading.move().steps() + " steps");
            }
            LockSupport.parkNanos(LOOK.toNanos());
            reading = clocks.show();
        }
        if (json) {
            Output.json(reading);
        } else {
            MoveText.print(reading.move());
        }
        if (reading.move().state() == State.STUCK || !reading.move().failures().isEmpty()) {
            throw Problem.conflict("clock-failures", "not all could be done on the way");
        }
    }

    private static boolean isMoving(Reading reading) {
        return reading.move().state() == State.MOVING;
    }

    private Instant instant() {
        try {
            return Instant.parse(to);
        } catch (DateTimeParseException e) {
            Problem problem = Problem.invalid("instant-invalid", "to", "an instant such as 2027-01-01T00:00:00Z");
            problem.initCause(e);
            throw problem;
        }
    }
}
