package org.bottega.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.bottega.api.Money;
import org.bottega.sales.FaultyGateway.Crash;
import org.bottega.sales.FaultyGateway.Fault;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequestState;
import org.bottega.sales.refund.RefundSize;
import org.bottega.sales.refund.Refunds.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node that dies between the steps of a part, or of an approval. */
class RefundCrashTest {

    private static final Wish PART = new Wish(new RefundSize(null, new Money(400, "EUR")), null, "a part", null);

    private final Shop shop = Shop.shared();
    private final Returns returns = shop.returns;
    private final long before = shop.book.moved();
    private final String key = shop.key();

    @AfterEach
    void repair() {
        shop.gateway.lose(Fault.NONE);
    }

    private void crash(Fault when, Runnable command) {
        shop.gateway.crash(when);
        assertThrows(Crash.class, command::run);
        shop.gateway.lose(Fault.NONE);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BEFORE", "AFTER"})
    @DisplayName("D18 a part that was confirmed is finished after a crash, once; meanwhile there is no other")
    void part(Fault when) {
        Purchase sold = shop.sold();
        crash(when, () -> shop.acme(() -> shop.refunds.give(key, sold.transaction(), PART)));
        assertEquals(PurchaseStatus.APPROVED, shop.now(sold).status());
        Shop.refused(
                "refund-in-progress", () -> shop.acme(() -> shop.refunds.give(shop.key(), sold.transaction(), PART)));

        shop.platform.advance(Duration.ofMinutes(1));
        assertEquals(new Money(400, "EUR"), shop.now(sold).refunded());
        shop.acme(() -> shop.refunds.give(key, sold.transaction(), PART));
        assertEquals(850, shop.book.moved() - before);
        assertEquals(1, shop.mails("refund-buyer", sold).size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BEFORE", "AFTER"})
    @DisplayName("REF-04 an approval is finished after a crash, once, and its request with it")
    void approval(Fault when) {
        Purchase sold = shop.sold();
        RefundRequest asked = returns.asked(sold);
        crash(when, () -> returns.approve(key, asked));
        assertEquals(RefundRequestState.PROCESSING, returns.now(asked).state());
        assertEquals(PurchaseStatus.PROTESTED, shop.now(sold).status());

        shop.platform.advance(Duration.ofMinutes(1));
        assertEquals(RefundRequestState.APPROVED, returns.now(asked).state());
        assertEquals(RefundRequestState.APPROVED, returns.approve(key, asked).state());
        assertEquals(0, shop.book.moved() - before);
        assertEquals(List.of("DONE"), shop.book.of(sold, "sales_refund", "state"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BEFORE", "AFTER"})
    @DisplayName("REF-04 the same key again after a crash finishes the approval, once")
    void approvalAgain(Fault when) {
        RefundRequest asked = returns.asked(shop.sold());
        crash(when, () -> returns.approve(key, asked));
        assertEquals(RefundRequestState.APPROVED, returns.approve(key, asked).state());
        assertEquals(0, shop.book.moved() - before);
    }
}
