package org.bottega.core.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.bottega.api.spi.DueWork;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SweeperTellsTest extends ErrandTest {

    private final Sweeper sweeper = sweeper();

    private static Errand errand(Consumer<String> work) {
        return new Errand(platform.unitOfWork(), true, work);
    }

    private void sweep(Errand errand, Consumer<String> told) {
        Tracked<DueWork> work = new Tracked<>(errand);
        sweeper.find(errand, Set.of(), new HashSet<>())
                .forEach((of, rows) -> sweeper.sweep(work, of, rows, Map.of(), told));
    }

    @Test
    @DisplayName("the first failure of a row is told in a line, and that it is given up; those between are not")
    void told() {
        Errand errand = errand(id -> {});
        String id = mails.add(tenant);
        errand.refuse(id);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            sweep(errand, lines::add);
            if (i == 0) {
                Instant again = platform.clock().instant().plusSeconds(5);
                assertEquals(
                        List.of("errand.run of " + id + " failed, again at " + again
                                + ": IllegalArgumentException: cannot do " + id),
                        lines);
            }
            platform.clock().advance(Duration.ofHours(1));
        }
        assertEquals(2, lines.size(), lines.toString());
        assertEquals(
                "errand.run of " + id + " failed, parked: IllegalArgumentException: cannot do " + id, lines.get(1));
    }

    @Test
    @DisplayName("a row of a sandbox that is ahead is due, and put off, by its own time; others' rows are not")
    void ahead() {
        String sandbox = tenant + "-toy";
        platform.newSandbox(sandbox);
        platform.enable(sandbox, "errand");
        Errand errand = errand(mails::putOff);
        String theirs = mails.add(sandbox);
        String mine = mails.add(tenant);
        sweep(errand, line -> {});
        assertEquals(1, errand.attempts(theirs));
        platform.fastForward(sandbox, "PT1M");
        errand.refuse(theirs);
        sweep(errand, line -> {});
        assertEquals(2, errand.attempts(theirs));
        assertEquals(1, errand.attempts(mine));
        assertEquals(
                platform.clock().instant().plusSeconds(65),
                mails.find(sandbox, theirs).progress().dueAt());
        assertEquals(Map.of(), sweeper.find(errand, Set.of(sandbox), new HashSet<>()));
    }
}
