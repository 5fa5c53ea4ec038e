package org.bottega.core.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bottega.api.spi.DueWork;
import org.bottega.core.mail.StoredMail.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Due work for many rows at once")
class SweeperBatchTest extends ErrandTest {

    private final Sweeper sweeper = sweeper();

    private void sweep(DueWork errand) {
        Tracked<DueWork> work = new Tracked<>(errand);
        sweeper.find(errand, Set.of(), new HashSet<>()).forEach((of, rows) -> sweeper.sweep(work, of, rows, Map.of()));
    }

    private State state(String id) {
        return mails.find(tenant, id).state();
    }

    @Test
    @DisplayName("gets a hundred at a time")
    void hundreds() {
        List<String> ids = mails.add(tenant, 101);
        ErrandForMany errand = new ErrandForMany(mails::sent);
        sweep(errand);
        assertEquals(List.of(100, 1), errand.sizes());
        assertEquals(
                Set.of(State.SENT), new HashSet<>(ids.stream().map(this::state).toList()));
    }

    @Test
    @DisplayName("gets them one by one when together they fail, and only the failing one is put off")
    void failing() {
        List<String> ids = mails.add(tenant, 3);
        ErrandForMany errand = new ErrandForMany(id -> {
            mails.sent(id);
            if (id.equals(ids.get(1))) {
                throw new IllegalArgumentException("this one");
            }
        });
        sweep(errand);
        assertEquals(List.of(3, 1, 1, 1), errand.sizes());
        assertEquals(
                List.of(State.SENT, State.QUEUED, State.SENT),
                ids.stream().map(this::state).toList());
        assertEquals(
                platform.clock().instant().plusSeconds(5),
                mails.find(tenant, ids.get(1)).progress().dueAt());
    }
}
