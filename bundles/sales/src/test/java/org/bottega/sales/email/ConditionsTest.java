package org.bottega.sales.email;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.email.EmailChangePolicy.Mode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each condition of D2, both sides of each limit. */
class ConditionsTest {

    private static final Instant BOUGHT = Instant.parse("2026-03-02T12:00:00Z");
    private static final EmailChangePolicy USUAL = EmailChangePolicy.DEFAULTS;

    private static Purchase purchase(PurchaseStatus status, Instant at) {
        return new Purchase(
                "HP1",
                status,
                "P1",
                "Pasta",
                "OF1",
                "anna",
                new Purchase.Buyer("B1", "old@example.com", "Ada"),
                new Money(100, "EUR"),
                new Money(100, "EUR"),
                null,
                new Money(0, "EUR"),
                "CARD",
                at,
                at,
                null);
    }

    private static List<String> codes(Facts facts, String next) {
        return Conditions.failing(USUAL, facts, next).stream()
                .map(Refusal::code)
                .toList();
    }

    private static Facts facts(PurchaseStatus status, long changes, boolean accessed, Duration age) {
        return new Facts(purchase(status, BOUGHT), changes, accessed, Set.of("seller@example.com"), BOUGHT.plus(age));
    }

    @ParameterizedTest
    @EnumSource(PurchaseStatus.class)
    @DisplayName("ACC-16 only while APPROVED or COMPLETE, each other status is refused by name")
    void status(PurchaseStatus status) {
        List<Refusal> failing = Conditions.failing(USUAL, facts(status, 0, false, Duration.ZERO), "new@example.com");
        if (EnumSet.of(PurchaseStatus.APPROVED, PurchaseStatus.COMPLETE).contains(status)) {
            assertEquals(List.of(), failing);
        } else {
            assertEquals("email-change-status", failing.get(0).code());
            assertEquals(
                    "only while it is one of [APPROVED, COMPLETE]; it is " + status,
                    failing.get(0).detail());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-03-02T12:00:00Z", "2026-09-20T23:30:00Z", "2026-02-28T01:30:00Z"})
    @DisplayName("ACC-16 day 40 is allowed to its last instant, a millisecond later not; over clock changes too")
    void age(String bought) {
        Instant at = Instant.parse(bought);
        Instant last = at.plusSeconds(40L * 24 * 3600);
        Purchase purchase = purchase(PurchaseStatus.COMPLETE, at);
        assertEquals(List.of(), codes(new Facts(purchase, 0, false, Set.of(), last), "new@example.com"));
        Facts late = new Facts(purchase, 0, false, Set.of(), last.plusMillis(1));
        assertEquals(List.of("email-change-too-old"), codes(late, "new@example.com"));
        assertEquals(
                List.of("email-change-too-old"),
                codes(new Facts(purchase, 0, false, Set.of(), at.plus(Duration.ofDays(41))), "new@example.com"));
        assertEquals(
                "at most 40 days of 24 hours after the purchase, which was made at " + at,
                Conditions.failing(USUAL, late, null).get(0).detail());
    }

    @Test
    @DisplayName("ACC-16 never accessed; fewer than two changes before")
    void accessAndChanges() {
        assertEquals(
                List.of("email-change-accessed"),
                codes(facts(PurchaseStatus.APPROVED, 0, true, Duration.ZERO), "new@example.com"));
        assertEquals(List.of(), codes(facts(PurchaseStatus.APPROVED, 1, false, Duration.ZERO), "new@example.com"));
        for (long changes : new long[] {2, 3}) {
            assertEquals(
                    List.of("email-change-limit"),
                    codes(facts(PurchaseStatus.APPROVED, changes, false, Duration.ZERO), "new@example.com"));
        }
    }

    @Test
    @DisplayName("ACC-16 another address than the present one, and not the seller's")
    void address() {
        Facts facts = facts(PurchaseStatus.APPROVED, 0, false, Duration.ZERO);
        assertEquals(List.of("email-change-same"), codes(facts, "old@example.com"));
        assertEquals(List.of("email-change-sellers-address"), codes(facts, "seller@example.com"));
        assertEquals(List.of(), codes(facts, null));
    }

    @Test
    @DisplayName("D2 what is allowed as a policy, and what is not")
    void policies() {
        assertEquals(Mode.SELF_SERVICE, USUAL.mode());
        Stream.of(1, 3650).forEach(days -> with(days, 0, 1, Duration.ofMinutes(1), 1));
        with(40, 100, 100, Duration.ofDays(7), 100);
        refused("maxAgeDays", () -> with(0, 2, 5, Duration.ofHours(24), 5));
        refused("maxAgeDays", () -> with(3651, 2, 5, Duration.ofHours(24), 5));
        refused("maxChanges", () -> with(40, -1, 5, Duration.ofHours(24), 5));
        refused("maxChanges", () -> with(40, 101, 5, Duration.ofHours(24), 5));
        refused("maxWrongTries", () -> with(40, 2, 0, Duration.ofHours(24), 5));
        refused("maxWrongTries", () -> with(40, 2, 101, Duration.ofHours(24), 5));
        refused("confirmWithin", () -> with(40, 2, 5, Duration.ofMillis(59_999), 5));
        refused("confirmWithin", () -> with(40, 2, 5, Duration.ofDays(7).plusMillis(1), 5));
        refused("maxConfirmations", () -> with(40, 2, 5, Duration.ofHours(24), 0));
        refused("maxConfirmations", () -> with(40, 2, 5, Duration.ofHours(24), 101));
        refused(
                "statuses",
                () -> new EmailChangePolicy(Mode.SUPPORT, Set.of(), 1, true, 1, true, 1, Duration.ofHours(1), 1));
    }

    private static EmailChangePolicy with(int days, int changes, int tries, Duration within, int confirmations) {
        return new EmailChangePolicy(
                Mode.SUPPORT, USUAL.statuses(), days, true, changes, true, tries, within, confirmations);
    }

    private static void refused(String component, Runnable work) {
        Problem problem = assertThrows(Problem.class, work::run);
        assertEquals(component, problem.errors().get(0).field());
    }
}
