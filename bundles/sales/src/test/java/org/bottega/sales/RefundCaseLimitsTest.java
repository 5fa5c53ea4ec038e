package org.bottega.sales;

import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.sales.api.NewRefundCase;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.RefundCase;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.refund.RefundSize;
import org.bottega.sales.refund.Refunds.Wish;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** D18, D25: what a keeper may open, and what not. */
class RefundCaseLimitsTest extends KeptStory {

    private static final Duration TICK = Duration.ofMillis(1);

    private static NewRefundCase of(Purchase purchase, boolean byBuyer, Instant since, Money amount) {
        return new NewRefundCase(purchase.transaction(), byBuyer, since, amount, "CHANGED_MIND", null);
    }

    private static NewRefundCase part(Purchase purchase, long minor, String currency) {
        return of(purchase, true, null, new Money(minor, currency));
    }

    private static NewRefundCase why(Purchase purchase, String reason, String remark) {
        return new NewRefundCase(purchase.transaction(), true, null, null, reason, remark);
    }

    private void check(NewRefundCase wish) {
        shop.acme(() -> {
            cases.check(wish);
            return null;
        });
    }

    /** Refused alike by both; names the field if there is one. */
    private Problem bad(String code, NewRefundCase wish) {
        refused(code, () -> check(wish));
        return refused(code, () -> open(shop.key(), wish));
    }

    private void bad(String code, String field, NewRefundCase wish) {
        Problem problem = bad(code, wish);
        assertEquals(400, problem.kind().status());
        assertEquals(field, problem.errors().get(0).field());
    }

    @ParameterizedTest
    @CsvSource({"true, 60", "false, 90"})
    @DisplayName("D25, REF-11, REF-12 judged by the age at since: 60 and 90 days less a millisecond, not 60 and 90")
    void since(boolean byBuyer, int days) {
        Offer offer = shop.acme(() -> shop.offer(Shop.ANNA, 1250, 7, RefundPolicy.TICKET));
        Purchase sold = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
        shop.platform.drain();
        Instant end = sold.purchasedAt().plus(Duration.ofDays(days));
        shop.platform.advance(Duration.ofDays(200));
        bad("refund-period-over", of(sold, byBuyer, null, null));
        bad("refund-period-over", of(sold, byBuyer, end, null));
        RefundCase opened = open("late", of(sold, byBuyer, end.minus(TICK), null));
        assertEquals(byBuyer, opened.byBuyer());
        assertEquals(shop.platform.clock().instant(), opened.openedAt());
    }

    @Test
    @DisplayName("D25 since is never after now: now, but not a millisecond later")
    void future() {
        Purchase sold = shop.sold();
        Instant now = shop.platform.clock().instant();
        bad("since-in-future", "since", of(sold, true, now.plus(TICK), null));
        check(of(sold, true, now, null));
    }

    @Test
    @DisplayName("D18 a part is more than nothing, at most what is left, in the currency that was paid")
    void amounts() {
        Purchase sold = shop.sold();
        Wish before = new Wish(new RefundSize(null, new Money(250, "EUR")), null, "x", null);
        shop.acme(() -> shop.refunds.give(shop.key(), sold.transaction(), before));
        bad("amount-out-of-range", "amount", part(sold, 0, "EUR"));
        bad("amount-out-of-range", "amount", part(sold, 1001, "EUR"));
        bad("currency-mismatch", "amount.currency", part(sold, 1000, "USD"));
        check(part(sold, 1, "EUR"));
        check(part(sold, 1000, "EUR"));
        assertEquals(new Money(1, "EUR"), open("one", part(sold, 1, "EUR")).amount());
    }

    @Test
    @DisplayName("KB-02 the reason is one that sales knows; OTHER needs words, at most 1000 characters")
    void reasons() {
        Purchase sold = shop.sold();
        bad("field-missing", "reason", why(sold, null, null));
        bad("reason-unknown", "reason", why(sold, "changed_mind", null));
        bad("field-missing", "remark", why(sold, "OTHER", " "));
        bad("too-long", "remark", why(sold, "OTHER", "x".repeat(1001)));
        check(why(sold, "OTHER", "x".repeat(1000)));
        assertEquals("OTHER", open("other", why(sold, "OTHER", "because")).reason());
        assertEquals(List.of("because"), shop.book.of(sold, "sales_refund_request", "remark"));
    }
}
