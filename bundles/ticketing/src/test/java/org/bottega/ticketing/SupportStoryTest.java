package org.bottega.ticketing;

import static org.bottega.ticketing.Office.ACME;
import static org.bottega.ticketing.Office.ANNA;
import static org.bottega.ticketing.Office.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.persistence.DueRows.Due;
import org.bottega.ticketing.HistoryEntry.What;
import org.bottega.ticketing.api.TicketWarned;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Support tickets through their silences, and deadlines when a zone changes. */
class SupportStoryTest {

    private final Office office = new Office();
    private final List<String> warned = new ArrayList<>();

    @AfterEach
    void close() {
        office.close();
    }

    private void hear() {
        office.platform.listen(new DomainEventListener<TicketWarned>() {
            @Override
            public String id() {
                return "ticketing.test-warned";
            }

            @Override
            public String module() {
                return TicketingModule.ID;
            }

            @Override
            public Class<TicketWarned> type() {
                return TicketWarned.class;
            }

            @Override
            public void on(TicketWarned event, Instant at) {
                warned.add(event.number() + " " + event.waitsFor() + " "
                        + at.atZone(ZoneId.of("Europe/Rome")).toLocalDateTime());
            }
        });
    }

    @Test
    @DisplayName("TKT-27 to TKT-30 the seller is silent: warned after 48 and 96 hours; the closing moves off Sunday")
    void sellerSilent() {
        hear();
        office.to("2026-03-09T09:00");
        String code = office.help(office.sold());
        office.to("2026-03-16T08:59:59.999");
        assertEquals(List.of("1 SELLER 2026-03-11T09:00", "2 SELLER 2026-03-13T09:00"), warned);
        office.is(code, TicketState.OPEN, "2026-03-16T09:00");
        office.to("2026-03-16T09:00");
        office.is(code, TicketState.CLOSED, null);
        assertEquals(ClosedWhy.SILENCE, office.now(code).end().why());
        assertEquals(Office.steps(What.OPENED, What.WARNED, What.WARNED, What.CLOSED), office.history(code));
    }

    @Test
    @DisplayName(
            "TKT-31 to TKT-33 the seller answers, the customer is silent: warned after 7, closed after 14 business days")
    void customerSilent() {
        hear();
        String code = office.help(office.sold());
        office.to("2026-03-04T14:00");
        assertEquals(1, warned.size());
        office.anna(() -> office.desk.comment(code, null, "try this"));
        office.is(code, TicketState.OPEN, "2026-03-13T14:00");
        office.to("2026-03-13T14:00");
        assertEquals("1 CUSTOMER 2026-03-13T14:00", warned.get(1));
        office.is(code, TicketState.OPEN, "2026-03-24T14:00");
        office.ada(() -> office.desk.comment(code, null, "it does not work"));
        office.is(code, TicketState.OPEN, "2026-03-15T14:00");
        office.anna(() -> office.desk.comment(code, null, "then try that"));
        office.to("2026-03-25T14:00");
        office.is(code, TicketState.OPEN, "2026-04-02T15:00".replace("15:00", "14:00"));
        office.to("2026-04-02T14:00");
        office.is(code, TicketState.CLOSED, null);
        refused("ticket-closed", () -> office.ada(() -> office.desk.comment(code, null, "hello?")));
        office.ada(() -> office.changes.reopen("k", code, null, "hello?"));
        office.is(code, TicketState.OPEN, "2026-04-04T14:00");
    }

    @Test
    @DisplayName("comments have 1 to 10,000 characters, lines allowed")
    void comments() {
        String code = office.help(office.sold());
        office.ada(() -> office.desk.comment(code, null, "x".repeat(10_000)));
        refused("too-long", () -> office.ada(() -> office.desk.comment(code, null, "x".repeat(10_001))));
        refused("field-missing", () -> office.ada(() -> office.desk.comment(code, null, " ")));
        refused("characters-not-allowed", () -> office.ada(() -> office.desk.comment(code, null, "a\u0000b")));
        office.anna(() -> office.desk.comment(code, null, "one\r\ntwo"));
        List<Comment> all = office.acme(() -> office.desk.get(code, null).comments());
        assertEquals(3, all.size());
        assertEquals("one\ntwo", all.get(2).body());
        assertEquals(
                1,
                office.acme(() -> office.desk.get(code, all.get(1).id()).comments())
                        .size());
        assertEquals(Actor.SELLER, office.now(code).clock().lastBy());
    }

    @Test
    @DisplayName("D17, TKT-20 another zone: open deadlines are computed anew, and the history says so; others stay")
    void zone() {
        office.to("2026-03-06T15:00");
        String code = office.byAda(office.sold());
        String other = office.platform.asBuyer(ACME, Office.ADA, () -> office.openings
                .open("o", Office.refund(office.book.sold(ACME, Office.BRUNO, Office.ADA), null))
                .id());
        office.acme(() -> office.platform.sellers().change(ANNA, ZoneId.of("Pacific/Auckland"), null, Locale.ENGLISH));
        office.platform.advance(java.time.Duration.ofSeconds(1));
        // Saturday in Auckland already: the clock has not begun; Monday 00:00 there is Sunday 12:00 in Rome
        office.is(code, TicketState.OPEN, "2026-03-09T12:00");
        assertEquals(Office.steps(What.OPENED, What.DEADLINE), office.history(code));
        office.is(other, TicketState.OPEN, "2026-03-09T15:00");
        assertEquals(Office.steps(What.OPENED), office.history(other));
    }

    /** What is left due as it was counts as a failure. */
    private void laterWithEachFew() {
        office.platform.drain();
        Due first = recount();
        office.acme(() -> office.platform.unitOfWork().call(() -> {
            office.recounts.goOn(first.id());
            return null;
        }));
        assertTrue(recount().dueAt().isAfter(first.dueAt()));
    }

    private Due recount() {
        Instant soon = office.platform.clock().instant().plusSeconds(1);
        return office.platform
                .dueRows()
                .find("ticketing_recount", null, soon, 1, Set.of())
                .get(0);
    }

    @Test
    @DisplayName(
            "D17 another policy: all open deadlines are computed anew, also beyond what is done at once; closed stay")
    void policy() {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < 202; i++) {
            codes.add(office.byAda(office.sold()));
        }
        String closed = codes.remove(0);
        office.ada(() -> office.desk.close(closed, null, null, null));
        office.acme(() -> office.platform
                .core()
                .policyDesk()
                .set("ticketing.deadlines", null, java.util.Map.of("customerHours", 30), null));
        laterWithEachFew();
        office.platform.advance(java.time.Duration.ofSeconds(2));
        for (String code : codes) {
            office.is(code, TicketState.OPEN, "2026-03-03T19:00");
            assertEquals(Office.steps(What.OPENED, What.DEADLINE), office.history(code));
        }
        office.is(closed, TicketState.CLOSED, null);
    }
}
