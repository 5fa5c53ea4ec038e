package org.bottega.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bottega.api.Problem;
import org.bottega.sales.api.PurchaseStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The table of transitions, against the same table written down in words. */
class PurchaseLifeTest {

    private static final Map<String, String> WORDS = Map.of(
            "STARTED", "PRE_ORDER PROCESSING_TRANSACTION BLOCKED CANCELLED",
            "PRE_ORDER", "PROCESSING_TRANSACTION CANCELLED",
            "PROCESSING_TRANSACTION",
                    "APPROVED NO_FUNDS BLOCKED WAITING_PAYMENT UNDER_ANALISYS PRINTED_BILLET OVERDUE CANCELLED",
            "UNDER_ANALISYS", "APPROVED NO_FUNDS BLOCKED CANCELLED EXPIRED",
            "PRINTED_BILLET", "WAITING_PAYMENT APPROVED CANCELLED EXPIRED",
            "WAITING_PAYMENT", "APPROVED NO_FUNDS BLOCKED OVERDUE CANCELLED EXPIRED",
            "OVERDUE", "APPROVED BLOCKED CANCELLED EXPIRED",
            "CANCELLED", "APPROVED",
            "APPROVED", "COMPLETE PROTESTED PARTIALLY_REFUNDED REFUNDED CHARGEBACK",
            "COMPLETE", "PROTESTED PARTIALLY_REFUNDED REFUNDED CHARGEBACK");

    private static final Map<String, String> MORE_WORDS = Map.of(
            "EXPIRED", "APPROVED",
            "PROTESTED", "APPROVED COMPLETE PARTIALLY_REFUNDED REFUNDED CHARGEBACK",
            "PARTIALLY_REFUNDED", "PARTIALLY_REFUNDED PROTESTED REFUNDED CHARGEBACK");

    @Test
    @DisplayName("SAL-10 all 289 pairs: what the table has is allowed, the rest is a 409 that names both states")
    void allPairs() {
        Map<String, String> words = new TreeMap<>(WORDS);
        words.putAll(MORE_WORDS);
        int pairs = 0;
        for (PurchaseStatus from : PurchaseStatus.values()) {
            Set<String> allowed = Set.of(words.getOrDefault(from.name(), "none").split(" "));
            for (PurchaseStatus to : PurchaseStatus.values()) {
                pairs++;
                assertEquals(allowed.contains(to.name()), PurchaseLife.allows(from, to), from + " to " + to);
                if (!allowed.contains(to.name())) {
                    Problem problem = assertThrows(Problem.class, () -> PurchaseLife.check(from, to));
                    assertEquals(409, problem.kind().status());
                    assertEquals("transition-forbidden", problem.code());
                    assertEquals(Map.of("from", from.name(), "to", to.name()), problem.members());
                } else {
                    PurchaseLife.check(from, to);
                }
            }
        }
        assertEquals(17 * 17, pairs);
    }

    @Test
    @DisplayName("D28 refundable are APPROVED, COMPLETE, PARTIALLY_REFUNDED, PROTESTED, and no other")
    void refundable() {
        Set<String> refundable = new TreeSet<>();
        for (PurchaseStatus from : PurchaseStatus.values()) {
            if (PurchaseLife.allows(from, PurchaseStatus.REFUNDED)) {
                refundable.add(from.name());
            }
        }
        assertEquals(Set.of("APPROVED", "COMPLETE", "PARTIALLY_REFUNDED", "PROTESTED"), refundable);
    }

    @Test
    @DisplayName("D11 seventeen statuses; PROTESTED is called CLAIMED and found by both names")
    void names() {
        assertEquals(17, PurchaseStatus.values().length);
        assertEquals("CLAIMED", PurchaseStatus.PROTESTED.label());
        assertEquals(Optional.of(PurchaseStatus.PROTESTED), PurchaseStatus.named("CLAIMED"));
        assertEquals(Optional.of(PurchaseStatus.PROTESTED), PurchaseStatus.named("PROTESTED"));
        assertEquals(Optional.empty(), PurchaseStatus.named("approved"));
        assertEquals(
                16,
                Arrays.stream(PurchaseStatus.values())
                        .filter(s -> s.label().equals(s.name()))
                        .count());
    }
}
