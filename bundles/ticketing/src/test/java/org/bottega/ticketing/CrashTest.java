package org.bottega.ticketing;

import static org.bottega.ticketing.Office.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bottega.api.PageRequest;
import org.bottega.sales.api.Purchase;
import org.bottega.ticketing.Book.Died;
import org.bottega.ticketing.Book.Fault;
import org.bottega.ticketing.HistoryEntry.What;
import org.bottega.ticketing.store.TicketRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node dies between the steps, or the gateway says no: nothing is done twice, and nothing is forgotten. */
class CrashTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private List<TicketRow> tickets(Purchase sold) {
        TicketFilter filter = new TicketFilter(Set.of(), Set.of(), null, null, sold.transaction(), null, null, null);
        return office.acme(() -> office.desk
                .list(filter, TicketFilter.Sort.NEWEST, PageRequest.of(null, null))
                .items());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BEFORE", "AFTER"})
    @DisplayName("the node dies around the step of sales: a minute later the ticket is open, with one request")
    void opening(Fault fault) {
        Purchase sold = office.sold();
        office.book.onOpen = fault;
        assertThrows(Died.class, () -> office.byAda(sold));
        TicketRow left = tickets(sold).get(0);
        assertEquals(TicketState.OPENING, left.state());
        refused("ticket-opening", () -> office.ada(() -> office.desk.close(left.id(), null, null, null)));
        office.book.onOpen = Fault.NONE;
        office.to("2026-03-02T13:01");
        assertEquals(1, tickets(sold).size());
        assertEquals(1, office.book.waiting(sold));
        assertEquals(Actor.CUSTOMER, office.now(left.id()).opening().by());
        office.is(left.id(), TicketState.OPEN, "2026-03-03T13:00");
        assertEquals(Office.steps(What.OPENED), office.history(left.id()));
    }

    @Test
    @DisplayName(
            "the node dies, and sales refuses afterwards: the ticket goes away; what was asked in sales has its own")
    void openingRefused() {
        Purchase sold = office.sold();
        office.book.onOpen = Fault.BEFORE;
        assertThrows(Died.class, () -> office.byAda(sold));
        String lost = tickets(sold).get(0).id();
        office.book.onOpen = Fault.NONE;
        office.platform.clock().to(office.now(lost).due().at());
        office.ada(() -> office.book.asked(sold));
        office.acme(() -> look(lost));
        assertEquals(List.of(), tickets(sold));
        office.platform.drain();
        assertEquals(1, tickets(sold).size());
        assertEquals(1, office.book.waiting(sold));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BEFORE", "AFTER"})
    @DisplayName("the node dies around the gateway: asked again under the same key, money moves once")
    void processing(Fault fault) {
        Purchase sold = office.sold();
        String code = office.byAda(sold);
        office.platform.clock().to(office.now(code).due().at());
        office.book.onGrant = fault;
        for (int i = 0; i < 3; i++) {
            assertThrows(Died.class, () -> office.acme(() -> look(code)));
            assertEquals(TicketState.PROCESSING, office.now(code).state());
            minuteOff(code);
        }
        refused("ticket-processing", () -> office.ada(() -> office.desk.close(code, null, null, null)));
        office.book.onGrant = Fault.NONE;
        office.platform.advance(Duration.ofSeconds(1));
        assertEquals(List.of(sold.transaction()), office.book.paidBack);
        office.is(code, TicketState.CLOSED, null);
        office.acme(() -> look(code));
        assertEquals(Office.steps(What.OPENED, What.PROCESSING, What.PROCESSED), office.history(code));
    }

    @Test
    @DisplayName("while one node settles an opening, the others leave it alone, for a minute")
    void settling() {
        Purchase sold = office.sold();
        office.book.onOpen = Fault.BEFORE;
        assertThrows(Died.class, () -> office.byAda(sold));
        String left = tickets(sold).get(0).id();
        for (int i = 0; i < 3; i++) {
            office.platform.clock().to(office.now(left).due().at());
            assertThrows(Died.class, () -> office.acme(() -> look(left)));
            minuteOff(left);
        }
        office.book.onOpen = Fault.NONE;
        office.platform.advance(Duration.ofSeconds(1));
        assertEquals(TicketState.OPEN, office.now(left).state());
    }

    /** Nobody looks at it for a minute, which goes by. */
    private void minuteOff(String code) {
        Instant next = office.platform.clock().instant().plus(Duration.ofMinutes(1));
        assertEquals(next, office.now(code).due().at());
        office.platform.clock().to(next.minusMillis(1));
        office.acme(() -> look(code));
        office.platform.clock().to(next);
    }

    private Void look(String code) {
        office.processing.look(code);
        return null;
    }

    @Test
    @DisplayName("the gateway refuses: the ticket is open, for all to see; tried after 1, 2, 4, 8 hours, then parked")
    void gatewayRefuses() {
        Purchase sold = office.sold();
        String code = office.byAda(sold);
        office.book.onGrant = Fault.REFUSED;
        office.to("2026-03-03T13:00");
        office.is(code, TicketState.OPEN, "2026-03-03T14:00");
        assertEquals("refund-refused", office.now(code).due().error());
        office.to("2026-03-04T10:00");
        office.is(code, TicketState.OPEN, null);
        assertEquals(5, office.now(code).refund().refusals());
        assertEquals(List.of(), office.book.paidBack);
        assertEquals(
                5, office.history(code).stream().filter(What.REFUSED::equals).count());
        office.ada(() -> office.desk.close(code, null, null, null));
        assertEquals(0, office.book.waiting(sold));
    }

    @Test
    @DisplayName("the gateway refuses once, and then does it")
    void refusedOnce() {
        Purchase sold = office.sold();
        String code = office.byAda(sold);
        office.book.onGrant = Fault.REFUSED;
        office.to("2026-03-03T13:00");
        office.book.onGrant = Fault.NONE;
        office.to("2026-03-03T14:00");
        assertEquals(List.of(sold.transaction()), office.book.paidBack);
        office.is(code, TicketState.CLOSED, null);
    }

    @Test
    @DisplayName("a gateway that takes its time: PROCESSING until it is told; then closed, or open again")
    void slow() {
        office.book.slow = true;
        Purchase yes = office.sold();
        Purchase no = office.sold();
        String granted = office.byAda(yes);
        String denied = office.byAda(no);
        office.to("2026-03-03T13:00");
        office.is(granted, TicketState.PROCESSING, "2026-03-03T14:00");
        office.to("2026-03-03T13:30");
        office.acme(() -> {
            office.book.decided(yes, true);
            office.book.decided(no, false);
            return null;
        });
        office.platform.drain();
        office.is(granted, TicketState.CLOSED, null);
        office.is(denied, TicketState.OPEN, "2026-03-03T14:30");
        assertEquals(2, office.book.paidBack.size());
    }

    @Test
    @DisplayName("the gateway is away: it stays PROCESSING, and is asked again under the same key")
    void away() {
        Purchase sold = office.sold();
        String code = office.byAda(sold);
        office.platform.clock().to(office.now(code).due().at());
        office.book.onGrant = Fault.AWAY;
        refused("gateway-unavailable", () -> office.acme(() -> look(code)));
        assertEquals(TicketState.PROCESSING, office.now(code).state());
        office.book.onGrant = Fault.NONE;
        office.platform.advance(Duration.ofMinutes(1));
        assertEquals(1, office.book.paidBack.size());
        office.is(code, TicketState.CLOSED, null);
    }
}
