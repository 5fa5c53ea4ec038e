package org.bottega.sales.coupon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.sales.Offer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a coupon may say, and its arithmetic. */
class CouponRulesTest {

    private static void refused(String code, Runnable work) {
        assertEquals(code, assertThrows(Problem.class, work::run).code());
    }

    @ParameterizedTest
    @CsvSource({
        "1,     1000, 990",
        "1,       49,  49",
        "1,       50,  49",
        "12.5,   999, 874",
        "33.33, 1000, 667",
        "33.34, 1000, 667",
        "33.35, 1000, 666",
        "50,       1,   0",
        "99.99, 1000,   0",
        "99.99, 5000,   0",
        "99.99, 5001,   1",
        "100,      7,   0",
        "100, 1000000000000, 0",
        "99.99, 1000000000000, 100000000"
    })
    @DisplayName("what a percentage takes off is rounded half up to minor units")
    void percent(BigDecimal percent, long price, long left) {
        assertEquals(new Money(left, "EUR"), Reduction.of(percent, null).from(new Money(price, "EUR")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1.00", "1.01", "100", "100.00", "1e1", "99.990"})
    @DisplayName("percentages that can be")
    void percentages(BigDecimal percent) {
        assertEquals(0, Reduction.of(percent, null).decimal().compareTo(percent));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "0.99", "100.01", "-1", "1.005", "101", "1e999999999", "1e-999999999"})
    @DisplayName("percentages that cannot")
    void noPercentages(BigDecimal percent) {
        refused("percent-out-of-range", () -> Reduction.of(percent, null));
    }

    @Test
    @DisplayName("either a part or an amount, and an amount is more than nothing")
    void unclear() {
        refused("reduction-unclear", () -> new Reduction(null, null));
        refused("reduction-unclear", () -> new Reduction(100, new Money(1, "EUR")));
        refused("amount-not-positive", () -> new Reduction(null, new Money(0, "EUR")));
        assertEquals(
                4,
                new Reduction(null, new Money(1, "EUR"))
                        .from(new Money(5, "EUR"))
                        .minor());
    }

    private static Coupon coupon(String code, Integer uses, Integer each, List<String> onlyFor) {
        return new Coupon(
                "CP1", "anna", code, new Reduction(100, null), null, null, uses, each, 0, onlyFor, Instant.EPOCH, null);
    }

    @Test
    @DisplayName("a code is 1 to 40 letters, digits, - and _, kept in upper case")
    void codes() {
        assertEquals("SPRING-26_A", coupon(" spring-26_a ", null, null, null).code());
        assertEquals(40, coupon("x".repeat(40), null, null, null).code().length());
        refused("too-long", () -> coupon("x".repeat(41), null, null, null));
        refused("field-missing", () -> coupon(" ", null, null, null));
        for (String wrong : List.of("a b", "é", "a,b", "ß", "a.b")) {
            refused("characters-not-allowed", () -> coupon(wrong, null, null, null));
        }
    }

    @Test
    @DisplayName("limits are at least 1, or absent; the period is not empty; at most 100 places")
    void limits() {
        assertEquals(1, coupon("A", 1, 1, null).mostUses());
        refused("limit-out-of-range", () -> coupon("A", 0, null, null));
        refused("limit-out-of-range", () -> coupon("A", null, 0, null));
        List<String> hundred = IntStream.range(0, 100).mapToObj(i -> "PR" + i).toList();
        assertEquals(100, coupon("A", null, null, hundred).onlyFor().size());
        refused("too-many", () -> coupon("A", null, null, Collections.nCopies(101, "PR1")));
        refused("field-missing", () -> coupon("A", null, null, Collections.singletonList(null)));
        Instant t = Instant.EPOCH;
        Reduction r = new Reduction(100, null);
        refused("period-empty", () -> new Coupon("CP1", "anna", "A", r, t, t, null, null, 0, null, t, null));
        assertEquals(t, new Coupon("CP1", "anna", "A", r, t, t.plusMillis(1), null, null, 0, null, t, null).from());
    }

    private static Offer offer(String id, String product) {
        return new Offer(id, "anna", product, null, new Money(999, "EUR"), Instant.EPOCH, null, null);
    }

    private static Coupon coupon(Instant from, Instant until, Integer uses, int used, Instant archived) {
        Reduction tenth = new Reduction(1000, null);
        List<String> places = List.of("PR1", "OF2");
        return new Coupon("CP1", "anna", "A", tenth, from, until, uses, 2, used, places, Instant.EPOCH, archived);
    }

    @Test
    @DisplayName("good from its first instant, no longer at its last; for its places; as often as it says")
    void checked() {
        Instant t = Instant.parse("2026-03-02T12:00:00Z");
        Offer offer = offer("OF1", "PR1");
        coupon(null, null, null, 9, null).check(offer, t);
        coupon(t, t.plusMillis(1), 3, 2, null).check(offer, t);
        coupon(null, null, null, 0, null).check(offer("OF2", "PR2"), t);
        refused("coupon-not-for-offer", () -> coupon(null, null, null, 0, null).check(offer("OF1", "PR2"), t));
        refused("coupon-not-yet", () -> coupon(t.plusMillis(1), null, null, 0, null)
                .check(offer, t));
        refused("coupon-expired", () -> coupon(null, t, null, 0, null).check(offer, t));
        refused("coupon-used-up", () -> coupon(null, null, 3, 3, null).check(offer, t));
        refused("coupon-unknown", () -> coupon(null, null, null, 0, t).check(offer, t));
        coupon(null, null, null, 0, null).checkBuyer(1);
        refused("coupon-used-up", () -> coupon(null, null, null, 0, null).checkBuyer(2));
        coupon("A", null, null, null).checkBuyer(1000);
    }
}
