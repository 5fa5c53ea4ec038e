package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bottega.api.Problem;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What may be given back, and until when. */
class RefundTermsTest {

    private final Shop shop = Shop.shared();
    private final long before = shop.book.moved();

    private Purchase refund(Purchase purchase) {
        return shop.acme(() -> shop.refunds.refund(shop.key(), purchase.transaction(), "not as described"));
    }

    private Purchase sell(int days, RefundPolicy policy) {
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250, days, policy));
        Purchase sold = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
        shop.platform.drain();
        return sold;
    }

    /** As if it had been bought so long ago. */
    private Purchase aged(Purchase purchase, Duration age) {
        shop.book.boughtAt(purchase, shop.platform.clock().instant().minus(age));
        return purchase;
    }

    @ParameterizedTest
    @CsvSource({"7", "15", "21", "30"})
    @DisplayName("D8 GUARANTEE: refundable up to the last millisecond of the guarantee, refused from its end on")
    void guarantee(int days) {
        Duration guarantee = Duration.ofDays(days);
        Purchase late = aged(sell(days, RefundPolicy.GUARANTEE), guarantee);
        Purchase inTime = aged(sell(days, RefundPolicy.GUARANTEE), guarantee.minusMillis(1));

        Problem problem = refused("refund-period-over", () -> refund(late));
        assertEquals(409, problem.kind().status());
        assertTrue(problem.getMessage().contains("guarantee of " + days + " days"), problem.getMessage());
        assertEquals("GUARANTEE", problem.members().get("policy"));
        assertEquals(PurchaseStatus.REFUNDED, refund(inTime).status());
        assertEquals(
                shop.now(late).purchasedAt().plus(guarantee), shop.now(late).refundableUntil());
    }

    @Test
    @DisplayName("REF-12, D8 TICKET: refundable while less than 90 days old, after the guarantee too (COMPLETE)")
    void ninetyDays() {
        Purchase late = aged(sell(7, RefundPolicy.TICKET), Duration.ofDays(90));
        Purchase inTime = aged(sell(7, RefundPolicy.TICKET), Duration.ofDays(90).minusMillis(1));
        shop.book.force(inTime, "COMPLETE");

        Problem problem = refused("refund-period-over", () -> refund(late));
        assertTrue(problem.getMessage().contains("less than 90 days old"), problem.getMessage());
        assertEquals(PurchaseStatus.REFUNDED, refund(inTime).status());
    }

    @Test
    @DisplayName("D8 the policy is copied when sold: a purchase says until when, by the terms it was sold under")
    void copied() {
        Instant now = shop.platform.clock().instant();
        assertEquals(
                now.plus(Duration.ofDays(15)), sell(15, RefundPolicy.GUARANTEE).refundableUntil());
        assertEquals(
                now.plus(Duration.ofDays(90)), sell(15, RefundPolicy.TICKET).refundableUntil());
        Purchase sold = sell(15, RefundPolicy.TICKET);
        assertEquals(List.of("60"), shop.book.of(sold, "sales_purchase", "customer_days"));
    }

    @ParameterizedTest
    @EnumSource(PurchaseStatus.class)
    @DisplayName("D28 each of the 17 statuses: refunded, or refused naming both states with nothing changed")
    void statuses(PurchaseStatus status) {
        Purchase sold = shop.sold();
        shop.book.force(sold, status.name());
        if (List.of("APPROVED", "COMPLETE", "PARTIALLY_REFUNDED", "PROTESTED").contains(status.name())) {
            assertEquals(PurchaseStatus.REFUNDED, refund(sold).status());
        } else {
            Problem problem = refused("transition-forbidden", () -> refund(sold));
            assertEquals(Map.of("from", status.name(), "to", "REFUNDED"), problem.members());
            assertEquals(status, shop.now(sold).status());
            assertEquals(List.of(), shop.book.of(sold, "sales_refund", "id"));
            assertEquals(1250, shop.book.moved() - before);
        }
    }
}
