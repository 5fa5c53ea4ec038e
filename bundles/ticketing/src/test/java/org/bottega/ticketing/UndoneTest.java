package org.bottega.ticketing;

import static org.bottega.ticketing.Office.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Instant;
import java.util.List;
import org.bottega.api.Money;
import org.bottega.sales.api.Purchase;
import org.bottega.ticketing.Changes.Change;
import org.bottega.ticketing.store.ClockPart;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What sales refuses leaves tickets as they were. */
class UndoneTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private List<Object> clock(String code) {
        ClockPart clock = office.now(code).clock();
        Instant from = clock.from();
        return List.of(from, clock.by(), clock.lastBy(), clock.lastAt(), clock.warned());
    }

    private List<Comment> comments(String code) {
        return office.acme(() -> office.desk.get(code, null).comments());
    }

    @Test
    @DisplayName("TKT-28, TKT-33 a silent seller gains nothing by a change that sales refuses")
    void change() {
        String code = office.help(office.sold());
        office.to("2026-03-04T14:00");
        List<Object> clock = clock(code);
        List<Comment> comments = comments(code);
        assertEquals(1, office.now(code).clock().warned());
        Change unknown = new Change(TicketType.REFUND, "NO_SUCH", "have it back", null, null);
        refused("reason-unknown", () -> office.anna(() -> office.changes.change("k", code, unknown)));
        assertEquals(clock, clock(code));
        assertEquals(comments, comments(code));
        office.is(code, TicketState.OPEN, "2026-03-06T13:00");
        office.to("2026-03-06T13:00");
        assertEquals(2, office.now(code).clock().warned());
    }

    @Test
    @DisplayName("D18 what part was asked for is forgotten only when all is")
    void part() {
        Purchase sold = office.sold();
        Money part = new Money(1, sold.price().currency());
        NewTicket wish = new NewTicket(TicketType.REFUND, sold.transaction(), "OTHER", "a part", null, part);
        String code = office.ada(() -> office.openings.open("k1", wish)).id();
        office.ada(() -> office.changes.change("k2", code, Office.to(TicketType.SUPPORT, null)));
        Change unknown = new Change(TicketType.REFUND, "NO_SUCH", null, null, null);
        refused("reason-unknown", () -> office.ada(() -> office.changes.change("k3", code, unknown)));
        assertEquals(part, office.now(code).refund().amount());
        office.ada(() -> office.changes.change("k4", code, Office.to(TicketType.REFUND, null)));
        assertNull(office.now(code).refund().amount());
    }

    @Test
    @DisplayName("D19 a reopening that sales refuses leaves no comment and no clock")
    void reopening() {
        Purchase sold = office.sold();
        String code = office.byAda(sold);
        office.ada(() -> office.desk.close(code, null, null, null));
        List<Object> clock = clock(code);
        List<Comment> comments = comments(code);
        office.to("2026-03-02T15:00");
        office.ada(() -> office.book.asked(sold));
        refused("refund-request-open", () -> office.anna(() -> office.changes.reopen("k", code, null, "once more")));
        assertEquals(clock, clock(code));
        assertEquals(comments, comments(code));
        office.is(code, TicketState.CLOSED, null);
    }

    @Test
    @DisplayName("D19 a seller who reopens a customer's ticket is told as who did it; the clock is the customer's")
    void bySeller() {
        String code = office.byAda(office.sold());
        office.ada(() -> office.desk.close(code, null, null, null));
        office.to("2026-03-02T15:00");
        office.anna(() -> office.changes.reopen("k", code, null, "you shall have it"));
        office.is(code, TicketState.OPEN, "2026-03-03T15:00");
        assertEquals(Actor.CUSTOMER, office.now(code).clock().by());
        assertEquals(Actor.SELLER, office.now(code).clock().lastBy());
        List<HistoryEntry> history =
                office.acme(() -> office.desk.get(code, null).history());
        assertEquals(HistoryEntry.What.REOPENED, history.get(2).what());
        assertEquals(Actor.SELLER, history.get(2).actor());
    }
}
