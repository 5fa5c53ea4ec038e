package org.bottega.core.deadline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.bottega.api.spi.DueWork;
import org.bottega.core.mail.StoredMail.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Due work beside what failed, or may not be done")
class SweeperOthersTest extends ErrandTest {

    private final Sweeper sweeper = sweeper();

    private void sweep(DueWork errand) {
        Tracked<DueWork> work = new Tracked<>(errand);
        sweeper.find(errand, Set.of(), new HashSet<>()).forEach((of, rows) -> sweeper.sweep(work, of, rows, Map.of()));
    }

    @Test
    @DisplayName("in steps forgets failures when it ends well")
    void forgets() {
        Errand errand = new Errand(
                platform.unitOfWork(), false, id -> platform.unitOfWork().run(() -> mails.claim(id)));
        String id = mails.add(tenant);
        errand.refuse(id);
        sweep(errand);
        assertNotNull(mails.find(tenant, id).progress().error());
        errand.accept(id);
        platform.clock().advance(Duration.ofSeconds(300));
        sweep(errand);
        assertNull(mails.find(tenant, id).progress().error());
    }

    @Test
    @DisplayName("is not hidden by the many rows of a tenant that has the module off")
    void crowd() {
        String other = tenant + "-off";
        platform.newTenant(other);
        mails.add(other, Sweeper.ROWS);
        platform.clock().advance(Duration.ofMillis(1));
        String mine = mails.add(tenant);
        sweep(new Errand(platform.unitOfWork(), true, mails::sent));
        assertEquals(State.SENT, mails.find(tenant, mine).state());
    }
}
