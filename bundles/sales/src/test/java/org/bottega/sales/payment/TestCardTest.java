package org.bottega.sales.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.bottega.api.spi.PaymentGateway.Outcome;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What the cards of the sandbox do, and when. */
class TestCardTest {

    private static final Duration TICK = Duration.ofMillis(1);

    @ParameterizedTest
    @CsvSource({
        "APPROVED, PT0S, APPROVED, APPROVED",
        "NO_FUNDS, PT0S, NO_FUNDS, NO_FUNDS",
        "BLOCKED, PT0S, BLOCKED, BLOCKED",
        "DELAYED, PT1M, PENDING, APPROVED",
        "CHARGEBACK, PT5M, APPROVED, CHARGED_BACK",
        "REVIEWED, PT1M, UNDER_REVIEW, APPROVED",
        "REJECTED, PT1M, UNDER_REVIEW, BLOCKED",
        "DELAYED_NO_FUNDS, PT1M, PENDING, NO_FUNDS",
        "UNPAID, PT1M, PENDING, UNPAID",
        "UNPAID_THEN_PAID, PT1M, PENDING, UNPAID",
        "DISPUTE_WON, PT5M, APPROVED, DISPUTED",
        "DISPUTE_LOST, PT5M, APPROVED, DISPUTED",
        "SLIP, PT0S, PRINTED, PRINTED"
    })
    @DisplayName("what a charge is first, and from which instant on it is something else")
    void phases(TestCard card, Duration delay, Outcome first, Outcome second) {
        assertEquals(delay, card.delay());
        assertEquals(first, card.outcome(Duration.ZERO));
        if (!delay.isZero()) {
            assertEquals(first, card.outcome(delay.minus(TICK)));
        }
        assertEquals(second, card.outcome(delay));
    }

    @ParameterizedTest
    @CsvSource({"DISPUTE_WON, APPROVED", "DISPUTE_LOST, CHARGED_BACK"})
    @DisplayName("D11 a contest is decided after a day")
    void contests(TestCard card, Outcome end) {
        Duration day = Duration.ofDays(1);
        assertEquals(Outcome.DISPUTED, card.outcome(day.minus(TICK)));
        assertEquals(end, card.outcome(day));
    }

    @ParameterizedTest
    @EnumSource(value = TestCard.class, mode = EnumSource.Mode.EXCLUDE, names = "SLIP")
    @DisplayName("each card is known by its number")
    void numbers(TestCard card) {
        assertEquals(Optional.of(card), TestCard.of(card.number()));
    }

    @Test
    @DisplayName("other numbers are no card of these, and a slip has none")
    void others() {
        assertEquals(Optional.empty(), TestCard.of("4111111111111111"));
        assertEquals(Optional.empty(), TestCard.of(TestCard.SLIP.number()));
    }
}
