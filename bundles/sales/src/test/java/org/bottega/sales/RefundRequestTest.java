package org.bottega.sales;

import static org.bottega.sales.Returns.ADA;
import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bottega.api.Problem;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.refund.RefundReason;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequestState;
import org.bottega.sales.refund.RefundRequests.Ask;
import org.bottega.sales.refund.RefundSize;
import org.bottega.sales.refund.Refunds.Wish;
import org.bottega.sales.refund.Side;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Asking for a refund: by whom, until when, once at a time. */
class RefundRequestTest {

    private static final Ask ASK = new Ask(RefundReason.NO_ACCESS, null);
    private static final Duration TICK = Duration.ofMillis(1);

    private final Shop shop = Shop.shared();
    private final Returns returns = shop.returns;

    private Purchase sold(int days, RefundPolicy policy) {
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250, days, policy));
        Purchase sold = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
        shop.platform.drain();
        return sold;
    }

    private Purchase aged(Purchase purchase, Duration age) {
        shop.book.boughtAt(purchase, shop.platform.clock().instant().minus(age));
        return purchase;
    }

    private RefundRequest byBuyer(Purchase purchase) {
        return returns.buyer(ADA, () -> returns.requests.open(purchase.transaction(), ASK));
    }

    private RefundRequest bySeller(Purchase purchase) {
        return shop.seller(ANNA, () -> returns.requests.open(purchase.transaction(), ASK));
    }

    @Test
    @DisplayName("REF-04, D11, SAL-10 a buyer asks: PROTESTED, called CLAIMED; the seller is mailed; access stays")
    void asks() {
        Purchase sold = shop.sold();
        RefundRequest asked = returns.asked(sold);
        assertEquals(PurchaseStatus.PROTESTED, shop.now(sold).status());
        assertEquals("CLAIMED", shop.now(sold).status().label());
        assertEquals(RefundRequestState.OPEN, asked.state());
        assertEquals(Side.BUYER, asked.side());
        assertEquals(sold.price(), asked.amount());
        assertEquals(asked, returns.now(asked));
        assertEquals(List.of("GRANTED"), shop.book.of(sold, "sales_access", "state"));
        var mail = shop.mails("refund-asked", sold).get(0);
        assertEquals("anna@example.com", mail.to());
        assertTrue(mail.text().contains("I changed my mind") && mail.text().contains("so sorry"), mail.text());
    }

    @Test
    @DisplayName("REF-11, D7 a customer may ask while the sale is less than 60 days old: 59 days 23:59:59.999, not 60")
    void sixtyDays() {
        Purchase late = aged(sold(7, RefundPolicy.TICKET), Duration.ofDays(60));
        Purchase inTime = aged(sold(7, RefundPolicy.TICKET), Duration.ofDays(60).minus(TICK));
        Problem problem = refused("refund-period-over", () -> byBuyer(late));
        assertTrue(problem.getMessage().contains("a buyer may ask while the sale is less than 60 days old"));
        assertEquals(PurchaseStatus.APPROVED, shop.now(late).status());
        assertEquals(RefundRequestState.OPEN, byBuyer(inTime).state());
    }

    @Test
    @DisplayName("REF-12, D7 a seller may ask while the sale is less than 90 days old: 89 days 23:59:59.999, not 90")
    void ninetyDays() {
        Purchase late = aged(sold(7, RefundPolicy.TICKET), Duration.ofDays(90));
        Purchase inTime = aged(sold(7, RefundPolicy.TICKET), Duration.ofDays(90).minus(TICK));
        refused("refund-period-over", () -> bySeller(late));
        RefundRequest own = bySeller(inTime);
        assertEquals(Side.SELLER, own.side());
        assertEquals(
                RefundRequestState.WITHDRAWN,
                shop.seller(ANNA, () -> returns.answers.withdraw(own.id())).state());
    }

    @ParameterizedTest
    @CsvSource({"7", "30"})
    @DisplayName("D8 under GUARANTEE both may ask until the guarantee ends, and not at its end")
    void guarantee(int days) {
        Purchase late = aged(sold(days, RefundPolicy.GUARANTEE), Duration.ofDays(days));
        Purchase inTime =
                aged(sold(days, RefundPolicy.GUARANTEE), Duration.ofDays(days).minus(TICK));
        Purchase other =
                aged(sold(days, RefundPolicy.GUARANTEE), Duration.ofDays(days).minus(TICK));
        refused("refund-period-over", () -> byBuyer(late));
        refused("refund-period-over", () -> bySeller(late));
        assertEquals(RefundRequestState.OPEN, byBuyer(inTime).state());
        assertEquals(RefundRequestState.OPEN, bySeller(other).state());
    }

    @Test
    @DisplayName("REF-11 a day is 24 hours: clocks that go forward (Rome, 29 March 2026) or back change nothing")
    void daylightSaving() {
        try (Shop own = new Shop(org.bottega.persistence.testing.TestDatabase.Kind.usual())) {
            Offer offer = own.acme(() -> own.offer(ANNA, 1250, 7, RefundPolicy.TICKET));
            Instant spring = Instant.parse("2026-03-28T11:00:00Z");
            own.platform.advance(
                    Duration.between(own.platform.clock().instant(), Instant.parse("2026-05-27T10:59:59.999Z")));
            Purchase late = own.acme(() -> own.sell(offer, TestCard.APPROVED));
            Purchase inTime = own.acme(() -> own.sell(offer, TestCard.APPROVED));
            own.book.boughtAt(late, spring);
            own.book.boughtAt(inTime, spring);
            Ask ask = ASK;
            own.returns.buyer(ADA, () -> own.returns.requests.open(inTime.transaction(), ask));
            own.platform.advance(TICK);
            refused(
                    "refund-period-over",
                    () -> own.returns.buyer(ADA, () -> own.returns.requests.open(late.transaction(), ask)));
        }
    }

    @Test
    @DisplayName("D25 the age is judged when it is opened: what was asked for in time is approved long after")
    void judgedAtOpening() {
        Purchase sold = aged(sold(7, RefundPolicy.TICKET), Duration.ofDays(60).minus(TICK));
        RefundRequest asked = byBuyer(sold);
        aged(sold, Duration.ofDays(300));
        refused("refund-period-over", () -> shop.acme(() -> shop.refunds.refund(shop.key(), sold.transaction(), "x")));
        assertEquals(
                RefundRequestState.APPROVED, returns.approve(shop.key(), asked).state());
    }

    @Test
    @DisplayName("D26 one open request per purchase: a second is a 409 that names the first, whoever asks")
    void second() {
        Purchase sold = shop.sold();
        RefundRequest first = returns.asked(sold);
        Problem problem = refused("refund-request-open", () -> byBuyer(sold));
        assertEquals(409, problem.kind().status());
        assertEquals(first.id(), problem.members().get("request"));
        assertEquals(
                first.id(),
                refused("refund-request-open", () -> bySeller(sold)).members().get("request"));
        returns.decline(first);
        assertEquals(RefundRequestState.OPEN, byBuyer(sold).state());
    }

    @ParameterizedTest
    @EnumSource(PurchaseStatus.class)
    @DisplayName("SAL-10 asked for from APPROVED, COMPLETE and PARTIALLY_REFUNDED; from all others refused by name")
    void statuses(PurchaseStatus status) {
        Purchase sold = shop.sold();
        shop.book.force(sold, status.name());
        if (List.of("APPROVED", "COMPLETE", "PARTIALLY_REFUNDED").contains(status.name())) {
            assertEquals(RefundRequestState.OPEN, byBuyer(sold).state());
        } else {
            assertEquals(
                    "PROTESTED",
                    refused("transition-forbidden", () -> byBuyer(sold))
                            .members()
                            .get("to"));
            assertEquals(List.of(), shop.book.of(sold, "sales_refund_request", "id"));
        }
    }

    @Test
    @DisplayName("what was paid elsewhere, or is being given back already, is refused")
    void otherRefusals() {
        Purchase imported = shop.sold();
        shop.book.importLike(imported, "elsewhere-" + shop.key());
        refused("payment-not-ours", () -> byBuyer(imported));
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250));
        Purchase slow = shop.acme(() -> shop.sell(offer, TestCard.DELAYED));
        shop.platform.advance(Duration.ofMinutes(1));
        shop.acme(() -> shop.refunds.give(
                shop.key(),
                slow.transaction(),
                new Wish(new RefundSize(java.math.BigDecimal.TEN, null), null, "x", null)));
        refused("refund-in-progress", () -> byBuyer(slow));
    }
}
