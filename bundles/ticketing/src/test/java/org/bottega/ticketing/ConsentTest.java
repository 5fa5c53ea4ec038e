package org.bottega.ticketing;

import static org.bottega.ticketing.Office.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.bottega.ticketing.Changes.Change;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which comments of a customer are a consent, while the clock runs. */
class ConsentTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private String last(String code) {
        List<Comment> all = office.acme(() -> office.desk.get(code, null).comments());
        return all.get(all.size() - 1).id();
    }

    private void needsAnother(String code) {
        String with = last(code);
        refused("consent-missing", () -> office.anna(() -> office.desk.close(code, null, null, with)));
        String since =
                office.ada(() -> office.desk.comment(code, null, "I agree")).id();
        office.anna(() -> office.desk.close(code, null, null, since));
        assertEquals(since, office.now(code).end().consent());
    }

    @Test
    @DisplayName("TKT-16 what a customer wrote when he asked is no consent; what he wrote since is")
    void opened() {
        office.clock.runs = true;
        needsAnother(office.byAda(office.sold()));
    }

    @Test
    @DisplayName("TKT-16, D19 neither is his protest when he reopens it, whose clock runs on, nor anything before")
    void reopened() {
        office.clock.runs = true;
        String code = office.byAda(office.sold());
        String before =
                office.ada(() -> office.desk.comment(code, null, "well")).id();
        office.acme(() -> office.book.end(office.now(code).refund().id(), "no", false));
        office.platform.drain();
        office.ada(() -> office.changes.reopen("k", code, null, "I never agreed"));
        refused("consent-missing", () -> office.anna(() -> office.desk.close(code, null, null, before)));
        needsAnother(code);
    }

    @Test
    @DisplayName("TKT-16, TKT-36 nor is his comment when he turns support into a refund")
    void changed() {
        office.clock.runs = true;
        String code = office.help(office.sold());
        Change wish = new Change(TicketType.REFUND, "CHANGED_MIND", "I want it back", null, null);
        office.ada(() -> office.changes.change("k", code, wish));
        needsAnother(code);
    }
}
