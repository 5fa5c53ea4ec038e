package org.bottega.ticketing;

import static org.bottega.ticketing.Office.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.bottega.api.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Switching ticketing off. */
class SwitchOffTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    private void off() {
        office.platform.as(Office.ACME, () -> office.platform.modules().disable(TicketingModule.ID));
    }

    @Test
    @DisplayName("D27 it stays on while tickets are not closed, and says how many")
    void open() {
        String help = office.help(office.sold());
        String refund = office.byAda(office.sold());
        Problem two = refused("tickets-open", this::off);
        assertEquals(409, two.kind().status());
        assertEquals(2L, two.members().get("count"));
        assertEquals(TicketingModule.ID, office.book.keepers.get(Office.ACME));
        office.ada(() -> office.desk.close(refund, null, null, null));
        assertEquals(1L, refused("tickets-open", this::off).members().get("count"));
        office.ada(() -> office.desk.close(help, null, null, null));
        off();
        assertNull(office.book.keepers.get(Office.ACME));
    }
}
