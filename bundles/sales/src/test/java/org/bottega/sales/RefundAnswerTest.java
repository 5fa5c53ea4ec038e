package org.bottega.sales;

import static org.bottega.sales.Returns.ADA;
import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.bottega.api.Money;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequestState;
import org.bottega.sales.refund.RefundSize;
import org.bottega.sales.refund.Refunds.Wish;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Approved, declined, withdrawn, closed: what becomes of the request, the purchase and the money. */
class RefundAnswerTest {

    private final Shop shop = Shop.shared();
    private final Returns returns = shop.returns;
    private final long before = shop.book.moved();

    private PurchaseStatus status(Purchase purchase) {
        return shop.now(purchase).status();
    }

    private RefundRequestState state(RefundRequest request) {
        return returns.now(request).state();
    }

    private void part(Purchase sold, long minor) {
        Wish wish = new Wish(new RefundSize(null, new Money(minor, "EUR")), null, "x", null);
        shop.acme(() -> shop.refunds.give(shop.key(), sold.transaction(), wish));
    }

    @Test
    @DisplayName("REF-04, REF-06 approve gives back all that is left; both are mailed, the buyer when it arrives")
    void approve() {
        Purchase sold = shop.sold();
        part(sold, 250);
        RefundRequest asked = returns.asked(sold);
        assertEquals(new Money(1000, "EUR"), asked.amount());
        RefundRequest approved = returns.approve(shop.key(), asked);
        shop.platform.drain();
        assertEquals(RefundRequestState.APPROVED, approved.state());
        assertEquals("granted", approved.answer());
        assertEquals(PurchaseStatus.REFUNDED, status(sold));
        assertEquals(0, shop.book.moved() - before);
        assertEquals(List.of("250", "1000"), shop.book.of(sold, "sales_refund", "amount"));
        assertEquals(
                asked.id(),
                shop.book
                        .of(sold, "sales_refund", "coalesce(refund_request, '-')")
                        .get(1));
        assertTrue(shop.mails("refund-buyer", sold).get(1).text().contains("The money goes back the way it was paid"));
        assertTrue(shop.mails("refund-seller", sold).get(1).text().contains("granted"));
    }

    @Test
    @DisplayName("REF-05 what is not pending cannot be approved, declined or withdrawn: 409 with its state")
    void closed() {
        RefundRequest asked = returns.asked(shop.sold());
        returns.approve(shop.key(), asked);
        for (Runnable answer : List.<Runnable>of(
                () -> returns.approve(shop.key(), asked),
                () -> returns.decline(asked),
                () -> returns.buyer(ADA, () -> returns.answers.withdraw(asked.id())))) {
            assertEquals(
                    "APPROVED",
                    refused("refund-request-closed", answer).members().get("state"));
        }
        RefundRequest declined = returns.asked(shop.sold());
        returns.decline(declined);
        assertEquals(
                "DECLINED",
                refused("refund-request-closed", () -> returns.approve(shop.key(), declined))
                        .members()
                        .get("state"));
    }

    @Test
    @DisplayName("the same key approves once and answers how it stands; on another request it is refused")
    void sameKey() {
        String key = shop.key();
        RefundRequest one = returns.asked(shop.sold());
        RefundRequest other = returns.asked(shop.sold());
        RefundRequest first = returns.approve(key, one);
        assertEquals(first, returns.approve(key, one));
        refused("idempotency-key-reused", () -> returns.approve(key, other));
        assertEquals(RefundRequestState.OPEN, state(other));
        assertEquals(1250, shop.book.moved() - before);
    }

    @Test
    @DisplayName("decline: the purchase is again APPROVED, its guarantee runs on; the buyer is told why")
    void decline() {
        Purchase sold = shop.sold();
        RefundRequest asked = returns.asked(sold);
        refused("field-missing", () -> shop.acme(() -> returns.answers.decline(null, asked.id(), " ")));
        refused("too-long", () -> shop.acme(() -> returns.answers.decline(null, asked.id(), "x".repeat(501))));
        RefundRequest declined = shop.acme(() -> returns.answers.decline(null, asked.id(), "y".repeat(500)));
        shop.platform.drain();
        assertEquals(RefundRequestState.DECLINED, declined.state());
        assertEquals(sold, shop.now(sold));
        var mail = shop.mails("refund-declined", sold).get(0);
        assertEquals(ADA, mail.to());
        assertTrue(mail.text().contains("y".repeat(500)));
        shop.platform.advance(Duration.between(shop.platform.clock().instant(), sold.refundableUntil()));
        assertEquals(PurchaseStatus.COMPLETE, status(sold));
    }

    @Test
    @DisplayName("decline: COMPLETE when the guarantee has elapsed meanwhile, APPROVED a millisecond before")
    void guaranteeElapsed() {
        Purchase late = shop.sold();
        Purchase early = shop.sold();
        RefundRequest lateOne = returns.asked(late);
        RefundRequest earlyOne = returns.asked(early);
        shop.platform.advance(Duration.ofDays(30).minusMillis(1));
        assertEquals(PurchaseStatus.PROTESTED, status(late));
        returns.decline(earlyOne);
        assertEquals(PurchaseStatus.APPROVED, status(early));
        shop.platform.advance(Duration.ofMillis(1));
        assertEquals(PurchaseStatus.PROTESTED, status(late));
        returns.decline(lateOne);
        assertEquals(PurchaseStatus.COMPLETE, status(late));
        assertEquals(PurchaseStatus.COMPLETE, status(early));
    }

    @Test
    @DisplayName("decline after a part went back meanwhile: PARTIALLY_REFUNDED; what was COMPLETE stays that")
    void otherStatuses() {
        Purchase sold = shop.sold();
        RefundRequest asked = returns.asked(sold);
        part(sold, 250);
        assertEquals(PurchaseStatus.PROTESTED, status(sold));
        returns.decline(asked);
        assertEquals(PurchaseStatus.PARTIALLY_REFUNDED, status(sold));
        Purchase done = shop.sold();
        shop.book.force(done, "COMPLETE");
        returns.decline(returns.asked(done));
        assertEquals(PurchaseStatus.COMPLETE, status(done));
    }

    @Test
    @DisplayName("the buyer takes it back: as if nothing had been asked; the seller is told")
    void withdraw() {
        Purchase sold = shop.sold();
        RefundRequest asked = returns.asked(sold);
        refused("withdrawal-not-yours", () -> shop.seller(ANNA, () -> returns.answers.withdraw(asked.id())));
        assertEquals(RefundRequestState.OPEN, state(asked));
        RefundRequest withdrawn = returns.buyer(ADA, () -> returns.answers.withdraw(asked.id()));
        shop.platform.drain();
        assertEquals(RefundRequestState.WITHDRAWN, withdrawn.state());
        assertEquals(sold, shop.now(sold));
        assertEquals(1, shop.mails("refund-withdrawn", sold).size());
    }
}
