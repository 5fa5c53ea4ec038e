package org.bottega.ticketing;

import static org.bottega.ticketing.Office.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.util.List;
import org.bottega.sales.api.Purchase;
import org.bottega.ticketing.HistoryEntry.What;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Closing, changing and reopening, and the consent that a seller needs. */
class ChangesTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private String comment(String code, boolean customer) {
        return customer
                ? office.ada(
                        () -> office.desk.comment(code, null, "all is well now").id())
                : office.anna(
                        () -> office.desk.comment(code, null, "let me help").id());
    }

    @Test
    @DisplayName(
            "TKT-16, D20 a seller closes a customer's refund only by a comment of the customer's, which is recorded")
    void consent() {
        Purchase sold = office.sold();
        String code = office.byAda(sold);
        String first =
                office.acme(() -> office.desk.get(code, null).comments().get(0).id());
        office.to("2026-03-02T15:00");
        String sellers = comment(code, false);
        for (String no : new String[] {null, "nonsense", sellers, first}) {
            refused("consent-missing", () -> office.anna(() -> office.desk.close(code, null, null, no)));
        }
        String other = office.byAda(office.sold());
        String elsewhere = comment(other, true);
        refused("consent-missing", () -> office.anna(() -> office.desk.close(code, null, null, elsewhere)));
        String agreed = comment(code, true);
        office.anna(() -> office.desk.close(code, null, "thank you", agreed));
        office.is(code, TicketState.CLOSED, null);
        assertEquals(agreed, office.now(code).end().consent());
        String details =
                office.acme(() -> office.desk.get(code, null).history().get(1).details());
        assertEquals("ASKED, with the customer's consent: comment " + agreed, details);
        office.to("2026-03-30T15:00");
        assertEquals(
                0,
                office.book.paidBack.stream().filter(sold.transaction()::equals).count());
    }

    @Test
    @DisplayName("TKT-15, TKT-16 to support: by the customer freely, by the seller with consent; the refund stops")
    void toSupport() {
        Purchase sold = office.sold();
        String code = office.byAda(sold);
        refused(
                "consent-missing",
                () -> office.anna(() -> office.changes.change("k", code, Office.to(TicketType.SUPPORT, null))));
        refused(
                "ticket-type-same",
                () -> office.ada(() -> office.changes.change("k", code, Office.to(TicketType.REFUND, null))));
        office.ada(() -> office.changes.change("k", code, Office.to(TicketType.SUPPORT, null)));
        assertEquals(0, office.book.waiting(sold));
        office.is(code, TicketState.OPEN, "2026-03-04T13:00");
        office.platform.drain();
        office.is(code, TicketState.OPEN, "2026-03-04T13:00");
        assertEquals(TicketType.SUPPORT, office.now(code).type());
        office.to("2026-03-20T13:00");
        assertEquals(List.of(), office.book.paidBack);
    }

    @Test
    @DisplayName("TKT-26, TKT-36, D25 support to refund: a fresh clock, judged at the ticket's own opening, on day 60")
    void toRefund() {
        Purchase sold = office.sold();
        Purchase old = office.sold();
        office.platform.clock().to(sold.purchasedAt().plus(Duration.ofDays(59)));
        String code = office.help(sold);
        office.platform.clock().to(sold.purchasedAt().plus(Duration.ofDays(61)));
        office.ada(() -> office.changes.change("k", code, Office.to(TicketType.REFUND, null)));
        office.ada(() -> office.changes.change("k", code, Office.to(TicketType.REFUND, null)));
        assertEquals(1, office.book.waiting(sold), "the same key again");
        assertEquals(TicketType.REFUND, office.now(code).type());
        assertNull(office.now(code).refund().amount(), "D18");
        office.is(code, TicketState.OPEN, "2026-05-05T00:00");
        assertEquals(Office.steps(What.OPENED, What.CHANGED), office.history(code));
        refused("refund-period-over", () -> office.byAda(old));
    }

    @Test
    @DisplayName("a change that sales refuses leaves a support ticket")
    void changeRefused() {
        Purchase sold = office.sold();
        String code = office.help(sold);
        String other = office.byAda(sold);
        refused(
                "ticket-open",
                () -> office.ada(() -> office.changes.change("k", code, Office.to(TicketType.REFUND, null))));
        office.ada(() -> office.desk.close(other, null, null, null));
        var unknown = new Changes.Change(TicketType.REFUND, "NO_SUCH", null, null, null);
        refused("reason-unknown", () -> office.ada(() -> office.changes.change("k", code, unknown)));
        assertEquals(TicketType.SUPPORT, office.now(code).type());
        office.is(code, TicketState.OPEN, "2026-03-04T13:00");
        office.ada(() -> office.changes.change("k", code, Office.to(TicketType.REFUND, null)));
        office.is(code, TicketState.OPEN, "2026-03-03T13:00");
    }

    @Test
    @DisplayName("D19 reopened by a comment: a new clock; closed against the customer's will, the old due instant")
    void reopened() {
        String code = office.byAda(office.sold());
        office.to("2026-03-02T20:00");
        refused("ticket-not-closed", () -> office.ada(() -> office.changes.reopen("k", code, null, "hm")));
        office.ada(() -> office.desk.close(code, null, null, null));
        refused("field-missing", () -> office.ada(() -> office.changes.reopen("k", code, null, " ")));
        office.ada(() -> office.changes.reopen("k", code, null, "no, please"));
        office.is(code, TicketState.OPEN, "2026-03-03T20:00");

        Purchase sold = office.sold();
        String against = office.byAda(sold);
        office.is(against, TicketState.OPEN, "2026-03-03T20:00");
        office.acme(() -> office.book.end(office.now(against).refund().id(), "no", false));
        office.platform.drain();
        assertEquals(ClosedWhy.DECLINED, office.now(against).end().why());
        office.to("2026-03-03T10:00");
        office.ada(() -> office.changes.reopen("k2", against, null, "I never agreed"));
        office.is(against, TicketState.OPEN, "2026-03-03T20:00");
        office.ada(() -> office.desk.close(against, null, null, null));
        office.ada(() -> office.changes.reopen("k3", against, null, "changed my mind"));
        office.is(against, TicketState.OPEN, "2026-03-04T10:00");
    }

    @Test
    @DisplayName("D19 reopened against the customer's will after its deadline, it is processed at once")
    void reopenedLate() {
        Purchase sold = office.sold();
        String code = office.byAda(sold);
        office.acme(() -> office.book.end(office.now(code).refund().id(), "no", false));
        office.to("2026-03-05T10:00");
        office.ada(() -> office.changes.reopen("k", code, null, "I never agreed"));
        office.to("2026-03-05T10:00:01");
        assertEquals(List.of(sold.transaction()), office.book.paidBack);
        office.is(code, TicketState.CLOSED, null);
    }
}
