package org.bottega.core.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.ZoneId;
import org.bottega.api.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A span of time")
class SpanTest {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    @ParameterizedTest(name = "{0} and {1} is {2}")
    @DisplayName("is judged on the calendar of the zone: a day over the change of the clocks has 23 or 25 hours")
    @CsvSource({
        "2027-01-31T09:00:00Z, P1M, 2027-02-28T09:00:00Z",
        "2028-01-31T09:00:00Z, P1M, 2028-02-29T09:00:00Z",
        "2027-03-27T09:00:00Z, P1D, 2027-03-28T08:00:00Z",
        "2027-03-27T09:00:00Z, PT24H, 2027-03-28T09:00:00Z",
        "2027-10-30T08:00:00Z, P1D, 2027-10-31T09:00:00Z",
        "2027-10-31T01:30:00Z, P1W, 2027-11-07T01:30:00Z",
        "2027-03-27T01:30:00Z, P1D, 2027-03-28T01:30:00Z",
        "2027-10-31T00:30:00Z, PT1H, 2027-10-31T01:30:00Z",
        "2027-01-31T09:00:00Z, P1M2DT3H, 2027-03-02T12:00:00Z",
        "2027-01-31T09:00:00Z, p1y, 2028-01-31T09:00:00Z",
        "2027-01-31T09:00:00Z, PT0.250S, 2027-01-31T09:00:00.250Z"
    })
    void calendar(Instant from, String span, Instant to) {
        assertEquals(to, Span.parse(span).after(from, ROME));
    }

    @ParameterizedTest
    @DisplayName("that is none is refused")
    @NullSource
    @ValueSource(
            strings = {
                "",
                "P",
                "PT",
                "3D",
                "P3",
                "P-3D",
                "-P3D",
                "PT-1H",
                "P1DT",
                "P99999999999D",
                "P1H",
                "tomorrow",
                "PT000000000000000000000000000000000000000000000001S"
            })
    void nonsense(String span) {
        assertEquals(
                "span-invalid",
                assertThrows(Problem.class, () -> Span.parse(span)).code());
    }

    @ParameterizedTest
    @DisplayName("beyond all time is refused")
    @ValueSource(strings = {"P999999999Y", "PT2562047788015215H"})
    void beyond(String span) {
        Span far = Span.parse(span);
        Instant from = Instant.parse("2027-01-31T09:00:00Z");
        assertEquals(
                "span-invalid",
                assertThrows(Problem.class, () -> far.after(from, ROME)).code());
    }
}
