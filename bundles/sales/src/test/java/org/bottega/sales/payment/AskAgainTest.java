package org.bottega.sales.payment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a gateway is asked again, to the millisecond. */
class AskAgainTest {

    private static final Instant THEN = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration TICK = Duration.ofMillis(1);

    @ParameterizedTest
    @CsvSource({
        "PT0S, PT1M",
        "PT1M59.998S, PT1M",
        "PT2M, PT1M",
        "PT2M0.002S, PT1M0.001S",
        "PT1H, PT30M",
        "PT47H59M59.998S, PT23H59M59.999S",
        "PT48H, PT24H",
        "PT48H0.002S, PT24H",
        "PT2400H, PT24H"
    })
    @DisplayName("what is not decided is asked for after half its age, at least a minute, at most a day")
    void open(Duration age, Duration pause) {
        Instant now = THEN.plus(age);
        assertEquals(now.plus(pause), AskAgain.open(THEN, now));
    }

    @ParameterizedTest
    @CsvSource({"PT0S, PT5M", "PT5M, P1D", "P1D, P7D", "P7D, P30D", "P30D, P60D", "P60D, P120D"})
    @DisplayName("D11 an approved charge is looked at after 5 minutes, 1, 7, 30, 60 and 120 days")
    void watched(Duration from, Duration next) {
        assertEquals(THEN.plus(next), AskAgain.approved(THEN, THEN.plus(from)));
        assertEquals(THEN.plus(next), AskAgain.approved(THEN, THEN.plus(next).minus(TICK)));
    }

    @Test
    @DisplayName("D11 after 120 days nobody looks any more")
    void over() {
        assertNull(AskAgain.approved(THEN, THEN.plus(Duration.ofDays(120))));
    }
}
