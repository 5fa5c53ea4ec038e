package org.bottega.ticketing;

import static org.bottega.ticketing.Office.ACME;
import static org.bottega.ticketing.Office.ANNA;
import static org.bottega.ticketing.Office.BRUNO;
import static org.bottega.ticketing.Office.ZOE;
import static org.bottega.ticketing.Office.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.bottega.api.Problem;
import org.bottega.sales.api.NewRefundCase;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.RefundKeeper.Taken;
import org.bottega.ticketing.Actors.Behalf;
import org.bottega.ticketing.HistoryEntry.What;
import org.bottega.ticketing.store.TicketRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Refund tickets from their opening to their end. */
class RefundStoryTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    @Test
    @DisplayName("TKT-12, TKT-13, TKT-19, TKT-24 asked on Friday 15:00, nobody acts: refunded on Monday 15:00, once")
    void silent() {
        office.to("2026-03-06T15:00");
        Purchase sold = office.sold();
        String code = office.byAda(sold);
        office.is(code, TicketState.OPEN, "2026-03-09T15:00");
        office.to("2026-03-09T14:59:59.999");
        assertEquals(List.of(), office.book.paidBack);
        office.to("2026-03-09T15:00");
        office.is(code, TicketState.CLOSED, null);
        assertEquals(ClosedWhy.PROCESSED, office.now(code).end().why());
        assertEquals(List.of(sold.transaction()), office.book.paidBack);
        assertEquals(Office.steps(What.OPENED, What.PROCESSING, What.PROCESSED), office.history(code));
        office.to("2026-04-09T15:00");
        assertEquals(1, office.book.paidBack.size());
        refused("ticket-closed", () -> office.ada(() -> office.desk.close(code, null, null, null)));
        refused("ticket-processed", () -> office.ada(() -> office.changes.reopen("again", code, null, "more")));
    }

    @Test
    @DisplayName("TKT-22, TKT-23 a seller's own refund: undone at 4:59, not at 5:00")
    void seller() {
        Purchase undone = office.sold();
        String first = office.byAnna(undone);
        office.to("2026-03-02T13:04:59");
        Purchase done = office.sold();
        office.anna(() -> office.desk.close(first, null, null, null));
        office.is(first, TicketState.CLOSED, null);
        String second = office.byAnna(done);
        office.is(second, TicketState.OPEN, "2026-03-02T13:09:59");
        office.platform.clock().to(office.now(second).due().at());
        Problem late =
                refused("ticket-processing", () -> office.anna(() -> office.desk.close(second, null, null, null)));
        assertEquals(409, late.kind().status());
        office.to("2026-03-02T13:10");
        assertEquals(List.of(done.transaction()), office.book.paidBack);
        office.is(second, TicketState.CLOSED, null);
    }

    @Test
    @DisplayName("D9, TKT-22 what a seller gives back in sales is taken over: five minutes; the same key takes it once")
    void taken() {
        Purchase sold = office.sold();
        NewRefundCase wish = new NewRefundCase(sold.transaction(), false, null, null, "OTHER", "gone wrong");
        Taken taken = office.anna(() -> office.keeper.take("k1", wish));
        Taken again = office.anna(() -> office.keeper.take("k1", wish));
        assertEquals(taken, again);
        TicketRow row = office.now(taken.reference());
        assertEquals(Actor.SELLER, row.opening().by());
        assertEquals(taken.request(), row.refund().id());
        office.is(row.id(), TicketState.OPEN, "2026-03-02T13:05");
        assertEquals("ticketing", office.book.keepers.get(ACME));
        office.to("2026-03-02T13:05");
        assertEquals(1, office.book.paidBack.size());
    }

    @Test
    @DisplayName(
            "TKT-05 what an operator writes down has the customer's clock; one seller's staff speak for themselves")
    void operator() {
        Purchase sold = office.sold();
        refused(
                "seller-confined",
                () -> office.anna(() -> office.openings.open("k", Office.refund(sold, Behalf.CUSTOMER))));
        String code = office.acme(() ->
                office.openings.open("k", Office.refund(sold, Behalf.CUSTOMER)).id());
        assertEquals(Actor.OPERATOR, office.now(code).opening().by());
        office.is(code, TicketState.OPEN, "2026-03-03T13:00");
    }

    @Test
    @DisplayName(
            "TKT-05 what a buyer asks for in sales has a ticket too, as old as the request; twice told is one ticket")
    void askedInSales() {
        Purchase sold = office.sold();
        String request = office.ada(() -> office.book.asked(sold).id());
        office.platform.drain();
        TicketRow row = office.acme(() -> office.desk
                .list(
                        new TicketFilter(
                                java.util.Set.of(),
                                java.util.Set.of(),
                                null,
                                null,
                                sold.transaction(),
                                null,
                                null,
                                null),
                        TicketFilter.Sort.DUE,
                        org.bottega.api.PageRequest.of(null, null))
                .items()
                .get(0));
        assertEquals(request, row.refund().id());
        office.is(row.id(), TicketState.OPEN, "2026-03-03T13:00");
        office.to("2026-03-03T13:00");
        assertEquals(List.of(sold.transaction()), office.book.paidBack);
        office.is(row.id(), TicketState.CLOSED, null);
    }

    @Test
    @DisplayName("D26 a second refund of a purchase is a 409 that names the first; support goes beside it")
    void second() {
        Purchase sold = office.sold();
        String first = office.byAda(sold);
        Problem open = refused("ticket-open", () -> office.byAnna(sold));
        assertEquals(first, open.members().get("ticket"));
        assertNotNull(office.help(sold));
        office.ada(() -> office.desk.close(first, null, "thanks", null));
        assertEquals(0, office.book.waiting(sold));
        assertNotNull(office.byAda(sold));
    }

    @Test
    @DisplayName("the same Idempotency-Key opens one ticket; for another purchase it is refused")
    void sameKey() {
        Purchase sold = office.sold();
        String first = office.ada(
                () -> office.openings.open("k", Office.refund(sold, null)).id());
        String again = office.ada(
                () -> office.openings.open("k", Office.refund(sold, null)).id());
        assertEquals(first, again);
        Purchase other = office.sold();
        refused(
                "idempotency-key-reused",
                () -> office.ada(() -> office.openings.open("k", Office.refund(other, null))));
    }

    @Test
    @DisplayName("REF-11, REF-12 what sales refuses is the answer, and leaves no ticket: 60 days less 1 ms, 60 days")
    void refusedBySales() {
        Purchase sold = office.sold();
        Purchase late = office.sold();
        office.platform
                .clock()
                .to(sold.purchasedAt().plus(java.time.Duration.ofDays(60)).minusMillis(1));
        assertNotNull(office.byAda(sold));
        office.platform.clock().to(sold.purchasedAt().plus(java.time.Duration.ofDays(60)));
        refused("refund-period-over", () -> office.byAda(late));
        assertEquals(0, office.book.waiting(late));
        assertNotNull(office.byAnna(late), "the seller has 90 days");
        refused(
                "cancellation-not-offered",
                () -> new NewTicket(TicketType.CANCELLATION, late.transaction(), "OTHER", null, null, null));
    }

    @Test
    @DisplayName("two sellers, two marketplaces, two buyers: each reaches own tickets only")
    void isolation() {
        Purchase sold = office.sold();
        String code = office.byAda(sold);
        refused("ticket-not-found", () -> office.platform.asSeller(ACME, BRUNO, () -> office.desk.get(code, null)));
        refused("ticket-not-found", () -> office.platform.asBuyer(ACME, ZOE, () -> office.desk.get(code, null)));
        refused("ticket-not-found", () -> office.platform.as(Office.BRAVO, () -> office.desk.get(code, null)));
        refused(
                "ticket-not-found",
                () -> office.platform.asSeller(Office.BRAVO, ANNA, () -> office.desk.comment(code, null, "x")));
        refused(
                "purchase-not-found",
                () -> office.platform.asBuyer(ACME, ZOE, () -> office.openings.open("z", Office.refund(sold, null))));
        assertEquals(Optional.empty(), office.platform.asSeller(ACME, BRUNO, () -> office.tickets.find(code)));
        assertTrue(office.anna(() -> office.tickets.find(code)).isPresent());
        assertEquals(
                "REFUND",
                office.ada(() -> office.tickets.find(code)).orElseThrow().type());
    }
}
