package org.bottega.ticketing;

import static org.bottega.ticketing.Office.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.bottega.api.Money;
import org.bottega.sales.api.Purchase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The same again, and what is over meanwhile. */
class AskedAgainTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private NewTicket wish(Purchase sold, Money amount) {
        return new NewTicket(TicketType.REFUND, sold.transaction(), "OTHER", "not for me", null, amount);
    }

    @Test
    @DisplayName("D18 the same Idempotency-Key with another type or amount is refused; the same again is not")
    void sameKey() {
        Purchase sold = office.sold();
        Money part = new Money(1, sold.price().currency());
        String code =
                office.ada(() -> office.openings.open("k", wish(sold, part))).id();
        assertEquals(
                code,
                office.ada(() -> office.openings.open("k", wish(sold, part))).id());
        for (Money other : new Money[] {null, new Money(2, part.currency())}) {
            refused("idempotency-key-reused", () -> office.ada(() -> office.openings.open("k", wish(sold, other))));
        }
        refused("idempotency-key-reused", () -> office.ada(() -> office.openings.open("k", Office.support(sold))));
        office.ada(() -> office.changes.change("c", code, Office.to(TicketType.SUPPORT, null)));
        assertEquals(
                code,
                office.ada(() -> office.openings.open("k", wish(sold, part))).id());
    }

    @Test
    @DisplayName("a ticket that went away meanwhile is told as such")
    void gone() {
        refused("ticket-not-found", () -> office.acme(() -> office.steps.settle("TKNONE")));
    }

    @Test
    @DisplayName("a request that ended in sales, nobody knows how: closed by the platform, not as refunded or declined")
    void ended() {
        Purchase sold = office.sold();
        String code = office.byAda(sold);
        office.acme(() -> office.book.end(office.now(code).refund().id(), "no", false));
        office.acme(() -> office.platform.unitOfWork().call(() -> {
            office.events.moved(sold.transaction(), false);
            return null;
        }));
        is(code, ClosedWhy.ENDED);
        office.platform.drain();
        is(code, ClosedWhy.ENDED);
    }

    @Test
    @DisplayName("TKT-19 the same when it is found so at the deadline")
    void endedAtDeadline() {
        String code = office.byAda(office.sold());
        office.acme(() -> office.book.end(office.now(code).refund().id(), "no", true));
        office.platform.clock().to(office.now(code).due().at());
        office.acme(() -> {
            office.processing.look(code);
            return null;
        });
        is(code, ClosedWhy.ENDED);
    }

    private void is(String code, ClosedWhy why) {
        assertEquals(why, office.now(code).end().why());
        assertEquals(Actor.SYSTEM, office.now(code).end().by());
    }
}
