package org.bottega.ticketing.deadline;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import org.bottega.api.Problem;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.TicketType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinePolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-06T14:00:00.123456Z");

    @Test
    @DisplayName("TKT-12 TKT-22 TKT-27 TKT-28 TKT-29 TKT-31 TKT-32 D3 D4 D5 what holds unless said otherwise")
    void defaults() {
        assertEquals(
                new DeadlinePolicy(Weekend.PAUSE, 24, 5, true, 48, 48, 48, 7, 7, CloseUnit.BUSINESS),
                DeadlinePolicy.DEFAULT);
        assertEquals("ticketing.deadlines", DeadlinePolicy.TYPE.id());
    }

    @ParameterizedTest(name = "{0} is from {1} to {2}")
    @CsvSource({
        "customerHours, 1, 720",
        "sellerMinutes, 0, 1440",
        "firstWarningHours, 1, 720",
        "secondWarningHours, 1, 720",
        "closeHours, 1, 720",
        "warningDays, 1, 60",
        "closeDays, 1, 60",
    })
    void limits(String field, int least, int most) {
        assertDoesNotThrow(() -> with(field, least));
        assertDoesNotThrow(() -> with(field, most));
        assertEquals(field, field(assertThrows(Problem.class, () -> with(field, least - 1))));
        assertEquals(field, field(assertThrows(Problem.class, () -> with(field, most + 1))));
    }

    private static DeadlinePolicy with(String field, int value) {
        List<String> fields = List.of(
                "customerHours",
                "sellerMinutes",
                "firstWarningHours",
                "secondWarningHours",
                "closeHours",
                "warningDays",
                "closeDays");
        int[] all = {24, 5, 48, 48, 48, 7, 7};
        all[fields.indexOf(field)] = value;
        return new DeadlinePolicy(
                Weekend.PAUSE, all[0], all[1], true, all[2], all[3], all[4], all[5], all[6], CloseUnit.BUSINESS);
    }

    private static String field(Problem problem) {
        return problem.errors().get(0).field();
    }

    @Test
    @DisplayName("D3 D5 a weekend rule and a unit are needed")
    void needed() {
        assertEquals("weekend", field(assertThrows(Problem.class, () -> Clocks.policy(null))));
        assertEquals("closeUnit", field(assertThrows(Problem.class, () -> Clocks.closing(null))));
        assertEquals("zone", field(assertThrows(Problem.class, () -> SellerDays.in(null))));
    }

    @Test
    @DisplayName("TKT-02 timers open nothing; support has other clocks; moments are kept in milliseconds")
    void openings() {
        assertEquals(
                "2026-03-06T14:00:00.123Z", opening(NOW, Actor.CUSTOMER).at().toString());
        assertEquals("actor", field(assertThrows(Problem.class, () -> opening(NOW, Actor.SYSTEM))));
        assertEquals("actor", field(assertThrows(Problem.class, () -> opening(NOW, null))));
        assertEquals(
                "type", field(assertThrows(Problem.class, () -> Opening.of(NOW, Actor.CUSTOMER, TicketType.SUPPORT))));
        assertEquals("type", field(assertThrows(Problem.class, () -> Opening.of(NOW, Actor.CUSTOMER, null))));
        assertDoesNotThrow(() -> opening(Instant.EPOCH, Actor.SELLER));
        assertDoesNotThrow(() -> opening(Instant.parse("2200-01-01T00:00:00Z"), Actor.SELLER));
        assertEquals(
                "openedAt", field(assertThrows(Problem.class, () -> opening(Instant.ofEpochMilli(-1), Actor.SELLER))));
        assertEquals("openedAt", field(assertThrows(Problem.class, () -> opening(Instant.MAX, Actor.SELLER))));
    }

    private static Opening opening(Instant at, Actor actor) {
        return Opening.of(at, actor, TicketType.REFUND);
    }
}
