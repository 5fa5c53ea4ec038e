package org.bottega.ticketing;

import static org.bottega.ticketing.Office.ACME;
import static org.bottega.ticketing.Office.ADA;
import static org.bottega.ticketing.Office.ANNA;
import static org.bottega.ticketing.Office.BRAVO;
import static org.bottega.ticketing.Office.BRUNO;
import static org.bottega.ticketing.Office.ZOE;
import static org.bottega.ticketing.Office.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.spi.Traces;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.ticketing.TicketFilter.Sort;
import org.bottega.ticketing.store.Purge;
import org.bottega.ticketing.store.TicketRow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists, pages, erasing and purging on both databases. */
class OnEachDatabaseTest {

    static Stream<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds();
    }

    private static TicketFilter filter(TicketType type, TicketState state, String seller, String email) {
        return new TicketFilter(
                type == null ? Set.of() : Set.of(type),
                state == null ? Set.of() : Set.of(state),
                seller,
                null,
                null,
                email,
                null,
                null);
    }

    private static List<String> all(Office office, TicketFilter filter, Sort sort) {
        List<String> codes = new ArrayList<>();
        String cursor = null;
        do {
            String from = cursor;
            Page<TicketRow> page = office.acme(() -> office.desk.list(filter, sort, PageRequest.of(2, from)));
            page.items().forEach(row -> codes.add(row.id()));
            cursor = page.next();
        } while (cursor != null);
        return codes;
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("TKT-08 the queue: due soonest first, what is not due last; newest first; every filter; two at a time")
    void lists(TestDatabase.Kind kind) {
        try (Office office = new Office(kind)) {
            String support = office.help(office.sold());
            office.to("2026-03-02T14:00");
            String refund = office.byAda(office.sold());
            office.to("2026-03-02T15:00");
            String closed = office.byAda(office.sold());
            office.ada(() -> office.desk.close(closed, null, null, null));
            office.to("2026-03-02T15:01");
            String brunos = office.platform.asSeller(ACME, BRUNO, () -> office.openings
                    .open("b", Office.refund(office.book.sold(ACME, BRUNO, ZOE), null))
                    .id());
            assertEquals(
                    List.of(brunos, refund, support, closed), all(office, filter(null, null, null, null), Sort.DUE));
            assertEquals(
                    List.of(brunos, closed, refund, support), all(office, filter(null, null, null, null), Sort.NEWEST));
            assertEquals(List.of(refund, support), all(office, filter(null, TicketState.OPEN, ANNA, null), Sort.DUE));
            assertEquals(List.of(support), all(office, filter(TicketType.SUPPORT, null, null, null), Sort.DUE));
            assertEquals(List.of(brunos), all(office, filter(null, null, null, "ZOE@example.com"), Sort.DUE));
            assertEquals(List.of(), office.platform.as(BRAVO, () -> office.desk
                    .list(filter(null, null, null, null), Sort.DUE, PageRequest.of(5, null))
                    .items()));
            refused(
                    "cursor-invalid",
                    () -> office.acme(() ->
                            office.desk.list(filter(null, null, null, null), Sort.DUE, PageRequest.of(2, "nonsense"))));
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("who is erased leaves tickets without words; a purge leaves nothing of the tenant, and all of others")
    void erases(TestDatabase.Kind kind) {
        try (Office office = new Office(kind)) {
            String code = office.help(office.sold());
            office.anna(() -> office.desk.comment(code, null, "hello"));
            String other = office.platform.as(BRAVO, () -> office.openings
                    .open("b", Office.support(office.book.sold(BRAVO, ANNA, ADA)))
                    .id());
            Purge purge = new Purge(office.platform.store("ticketing"));
            Traces known = office.acme(() -> office.platform.unitOfWork().call(() -> purge.traces(ADA)));
            assertEquals(Set.of(ADA), known.marks());
            office.acme(() -> office.platform.unitOfWork().call(() -> purge.erase(known)));
            List<Comment> comments =
                    office.acme(() -> office.desk.get(code, null).comments());
            assertNull(comments.get(0).body());
            assertEquals("hello", comments.get(1).body());
            office.acme(() -> office.platform.unitOfWork().call(() -> {
                purge.all();
                return null;
            }));
            refused("ticket-not-found", () -> office.now(code));
            assertEquals(
                    1,
                    office.platform
                            .as(BRAVO, () -> office.desk.get(other, null).comments())
                            .size());
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("TKT-19 a refund is processed at its deadline; one closed before is not")
    void processed(TestDatabase.Kind kind) {
        try (Office office = new Office(kind)) {
            String kept = office.byAda(office.sold());
            String undone = office.byAda(office.sold());
            office.ada(() -> office.desk.close(undone, null, "thanks", null));
            office.ada(() -> office.changes.reopen("r", undone, null, "or not"));
            office.ada(() -> office.desk.close(undone, null, "thanks", null));
            office.to("2026-03-03T13:00");
            office.is(kept, TicketState.CLOSED, null);
            office.is(undone, TicketState.CLOSED, null);
            assertEquals(1, office.book.paidBack.size());
        }
    }
}
