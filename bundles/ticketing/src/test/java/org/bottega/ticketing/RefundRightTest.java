package org.bottega.ticketing;

import static org.bottega.ticketing.Office.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.function.Supplier;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.sales.api.Purchase;
import org.bottega.ticketing.Actors.Behalf;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who asks for money for others may give it back in sales too. */
class RefundRightTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private <T> T staff(String seller, Supplier<T> work) {
        Set<String> rights = Set.of(TicketingModule.READ, TicketingModule.WRITE);
        Caller caller = new Caller(Office.ACME, Caller.Kind.STAFF, "clerk", seller, null, rights, "test");
        return office.platform.callers().as(caller, work::get);
    }

    private void denied(Runnable work) {
        Problem problem = refused("permission-missing", work);
        assertEquals(403, problem.kind().status());
        assertEquals("sales:refund", problem.members().get("permission"));
    }

    @Test
    @DisplayName("TKT-04, TKT-05 without sales:refund staff open no refund, neither a seller's nor a customer's")
    void opening() {
        Purchase sold = office.sold();
        denied(() -> staff(Office.ANNA, () -> office.openings.open("k1", Office.refund(sold, null))));
        denied(() -> staff(null, () -> office.openings.open("k2", Office.refund(sold, Behalf.CUSTOMER))));
        assertEquals(0, office.book.waiting(sold));
        String code = staff(Office.ANNA, () -> office.openings.open("k3", Office.support(sold)))
                .id();
        denied(() -> staff(Office.ANNA, () -> office.changes.change("k4", code, Office.to(TicketType.REFUND, null))));
        assertEquals(TicketType.SUPPORT, office.now(code).type());
        office.ada(() -> office.changes.change("k4", code, Office.to(TicketType.REFUND, null)));
        assertEquals(1, office.book.waiting(sold));
    }

    @Test
    @DisplayName("D19 nor do they reopen one; support they do")
    void reopening() {
        String code = office.byAda(office.sold());
        office.ada(() -> office.desk.close(code, null, null, null));
        denied(() -> staff(Office.ANNA, () -> office.changes.reopen("k1", code, null, "again")));
        assertEquals(TicketState.CLOSED, office.now(code).state());
        String help = office.help(office.sold());
        office.ada(() -> office.desk.close(help, null, null, null));
        staff(Office.ANNA, () -> office.changes.reopen("k2", help, null, "again"));
        assertEquals(TicketState.OPEN, office.now(help).state());
    }
}
