package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.order;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bottega.api.PageRequest;
import org.bottega.api.spi.PaymentGateway.Charge;
import org.bottega.api.spi.PaymentGateway.Outcome;
import org.bottega.sales.FaultyGateway.Crash;
import org.bottega.sales.FaultyGateway.Fault;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A node that dies, or a connection that is lost, between the steps of moving money. */
class CrashTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Shop shop = Shop.shared();
    private final Offer offer = shop.acme(() -> shop.offer(ANNA, 1250));
    private final String key = shop.key();
    private final long before = shop.book.moved();

    @AfterEach
    void repair() {
        shop.gateway.lose(Fault.NONE);
    }

    private Purchase sell() {
        return shop.acme(() -> shop.checkout.sell(key, order(offer, "ada@example.com", TestCard.APPROVED)));
    }

    /** The purchase of the sale whose answer never came. */
    private Purchase left() {
        PurchaseFilter filter =
                new PurchaseFilter(null, null, null, offer.product(), null, Set.of(), null, null, null, null);
        return shop.acme(() -> shop.purchases.list(filter, PageRequest.of(2, null)))
                .items()
                .get(0);
    }

    @Test
    @DisplayName("charged, then dead: the gateway is asked by key a minute later, and the sale is finished, once")
    void afterCharge() {
        shop.gateway.crash(Fault.AFTER);
        assertThrows(Crash.class, this::sell);
        shop.gateway.lose(Fault.NONE);
        assertEquals(PurchaseStatus.PROCESSING_TRANSACTION, left().status());

        shop.platform.advance(MINUTE.minusMillis(1));
        assertEquals(PurchaseStatus.PROCESSING_TRANSACTION, left().status());
        shop.platform.advance(Duration.ofMillis(1));
        assertEquals(PurchaseStatus.APPROVED, left().status());
        assertEquals(1250, shop.book.moved() - before);
        assertEquals(1, shop.mails("receipt", left()).size());
    }

    @Test
    @DisplayName("dead before the charge: it is not made later without the card; after five minutes it is cancelled")
    void beforeCharge() {
        shop.gateway.crash(Fault.BEFORE);
        assertThrows(Crash.class, this::sell);
        shop.gateway.lose(Fault.NONE);

        shop.platform.advance(Duration.ofMinutes(4));
        assertEquals(PurchaseStatus.PROCESSING_TRANSACTION, left().status());
        shop.platform.advance(Duration.ofMinutes(5));
        assertEquals(PurchaseStatus.CANCELLED, left().status());
        assertEquals(List.of("ABANDONED"), shop.book.of(left(), "sales_payment", "state"));
        assertEquals(0, shop.book.moved() - before);
        assertEquals(List.of(), shop.mails("receipt", left()));
        assertEquals(PurchaseStatus.CANCELLED, sell().status(), "the same key again sells nothing either");
        assertEquals(0, shop.book.moved() - before);
    }

    @Test
    @DisplayName("a charge that is approved after its sale was given up counts: the money decides")
    void lateApproval() {
        shop.gateway.crash(Fault.BEFORE);
        assertThrows(Crash.class, this::sell);
        shop.gateway.lose(Fault.NONE);
        shop.platform.advance(Duration.ofMinutes(9));
        String charge = shop.book.of(left(), "sales_payment", "id").get(0);

        assertEquals(PurchaseStatus.CANCELLED, left().status());
        Charge late = new Charge(charge, offer.price(), TestCard.APPROVED.number(), "late");
        for (int times = 0; times < 2; times++) {
            Outcome outcome = shop.acme(() -> shop.gateway.charge(late));
            shop.acme(() -> shop.outcomes.commit(charge, outcome));
        }
        shop.platform.drain();
        assertEquals(PurchaseStatus.APPROVED, left().status());
        assertEquals(1, shop.mails("receipt", left()).size());
        assertEquals(1250, shop.book.moved() - before);
    }

    @Test
    @DisplayName("a gateway that forgot an approved charge does not undo the sale, and is not asked for ever")
    void forgetful() {
        Purchase sold = sell();
        String charge = shop.book.of(sold, "sales_payment", "id").get(0);
        shop.acme(() -> shop.outcomes.commit(charge, Outcome.UNKNOWN));
        shop.acme(() -> shop.outcomes.commit(charge, Outcome.NO_FUNDS));
        shop.acme(() -> shop.outcomes.commit(charge, Outcome.PENDING));
        assertEquals(sold, shop.now(sold));
        assertTrue(shop.book.instant(sold, "sales_payment", "due_at").isAfter(sold.purchasedAt()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BEFORE", "AFTER"})
    @DisplayName("the client comes again with the same key before that: the sale is finished, and money moves once")
    void sameKeyAfterCrash(Fault when) {
        shop.gateway.crash(when);
        assertThrows(Crash.class, this::sell);
        shop.gateway.lose(Fault.NONE);

        assertEquals(PurchaseStatus.APPROVED, sell().status());
        shop.platform.advance(Duration.ofMinutes(2));
        assertEquals(PurchaseStatus.APPROVED, left().status());
        assertEquals(1250, shop.book.moved() - before);
        assertEquals(1, shop.mails("receipt", left()).size());
    }

    @Test
    @DisplayName("a lost connection is no failure: the answer is undecided, the decision comes later")
    void lostConnection() {
        shop.gateway.lose(Fault.AFTER);
        assertEquals(PurchaseStatus.PROCESSING_TRANSACTION, sell().status());
        shop.platform.advance(MINUTE);
        assertEquals(PurchaseStatus.APPROVED, left().status());
        assertEquals(1250, shop.book.moved() - before);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BEFORE", "AFTER"})
    @DisplayName(
            "REF-03 a confirmed refund is finished after a crash, whether or not the gateway had heard of it, once")
    void refundCrash(Fault when) {
        Purchase sold = sell();
        shop.platform.drain();
        String refundKey = shop.key();
        shop.gateway.crash(when);
        assertThrows(Crash.class, () -> shop.acme(() -> shop.refunds.refund(refundKey, sold.transaction(), "broken")));
        shop.gateway.lose(Fault.NONE);
        assertEquals(PurchaseStatus.APPROVED, shop.now(sold).status());

        shop.platform.advance(MINUTE);
        assertEquals(PurchaseStatus.REFUNDED, shop.now(sold).status());
        assertEquals(0, shop.book.moved() - before);
        assertEquals(
                PurchaseStatus.REFUNDED,
                shop.acme(() -> shop.refunds.refund(refundKey, sold.transaction(), "broken"))
                        .status(),
                "the same key again answers how it stands");
        assertEquals(1, shop.mails("refund-buyer", sold).size());
        assertEquals(0, shop.book.moved() - before);
    }

    @Test
    @DisplayName("the client comes again with the refund's key after a crash: it is made once")
    void refundKeyAfterCrash() {
        Purchase sold = sell();
        String refundKey = shop.key();
        shop.gateway.crash(Fault.AFTER);
        assertThrows(Crash.class, () -> shop.acme(() -> shop.refunds.refund(refundKey, sold.transaction(), "broken")));
        shop.gateway.lose(Fault.NONE);

        Purchase refunded = shop.acme(() -> shop.refunds.refund(refundKey, sold.transaction(), "broken"));
        assertEquals(PurchaseStatus.REFUNDED, refunded.status());
        assertEquals(refunded.price(), refunded.refunded());
        assertEquals(0, shop.book.moved() - before);
    }
}
