package org.bottega.ticketing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;
import org.bottega.ticketing.HistoryEntry.What;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Warnings that go out late, after an outage or by a shorter policy, move what follows. */
class LateWarningsTest {

    private final Office office = new Office();

    @AfterEach
    void close() {
        office.close();
    }

    /** Nothing runs until then. */
    private void outage(String until) {
        office.platform
                .clock()
                .to(LocalDateTime.parse(until).atZone(ZoneId.of("Europe/Rome")).toInstant());
        office.platform.advance(Duration.ofSeconds(1));
    }

    @Test
    @DisplayName("TKT-28, TKT-29 after an outage a silent seller has 48 hours after each warning, as ever")
    void seller() {
        office.to("2026-03-09T09:00");
        String code = office.help(office.sold());
        outage("2026-03-18T10:00");
        assertEquals(Office.steps(What.OPENED, What.WARNED), office.history(code));
        office.is(code, TicketState.OPEN, "2026-03-20T10:00");
        outage("2026-03-20T11:00");
        assertEquals(Office.steps(What.OPENED, What.WARNED, What.WARNED), office.history(code));
        office.is(code, TicketState.OPEN, "2026-03-23T11:00");
        office.to("2026-03-23T10:59:59.999");
        office.is(code, TicketState.OPEN, "2026-03-23T11:00");
        office.to("2026-03-23T11:00");
        office.is(code, TicketState.CLOSED, null);
    }

    @Test
    @DisplayName("TKT-32 after an outage a silent customer has 7 business days after the warning")
    void customer() {
        String code = office.help(office.sold());
        office.anna(() -> office.desk.comment(code, null, "try this"));
        outage("2026-04-14T10:00");
        assertEquals(Office.steps(What.OPENED, What.WARNED), office.history(code));
        office.is(code, TicketState.OPEN, "2026-04-23T10:00");
        office.to("2026-04-23T10:00");
        office.is(code, TicketState.CLOSED, null);
    }

    @Test
    @DisplayName("D17, TKT-28 a shorter policy warns at once, and then only after its spans")
    void policy() {
        office.to("2026-03-09T09:00");
        String code = office.help(office.sold());
        office.to("2026-03-09T19:00");
        Map<String, ?> hours = Map.of("firstWarningHours", 1, "secondWarningHours", 1, "closeHours", 1);
        office.acme(() -> office.platform.core().policyDesk().set("ticketing.deadlines", null, hours, null));
        office.platform.advance(Duration.ofSeconds(1));
        assertEquals(Office.steps(What.OPENED, What.DEADLINE, What.WARNED), office.history(code));
        office.is(code, TicketState.OPEN, "2026-03-09T20:00");
        office.to("2026-03-09T20:00");
        office.is(code, TicketState.OPEN, "2026-03-09T21:00");
        office.to("2026-03-09T21:00");
        office.is(code, TicketState.CLOSED, null);
    }

    @Test
    @DisplayName("TKT-33 who acts after a late warning begins a new silence")
    void anew() {
        office.to("2026-03-09T09:00");
        String code = office.help(office.sold());
        outage("2026-03-18T10:00");
        office.to("2026-03-18T12:00");
        office.ada(() -> office.desk.comment(code, null, "still dead"));
        office.is(code, TicketState.OPEN, "2026-03-20T12:00");
        office.to("2026-03-20T12:00");
        office.is(code, TicketState.OPEN, "2026-03-22T12:00");
    }
}
