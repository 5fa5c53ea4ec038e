package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Till.DAY;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bottega.api.Money;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.sales.api.PaymentDisputeWon;
import org.bottega.sales.api.PaymentDisputed;
import org.bottega.sales.api.PaymentUnpaid;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseChargedBack;
import org.bottega.sales.api.PurchaseExpired;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What other modules hear about payments. */
class PaymentEventsTest {

    private static final Money ALL = new Money(1250, "EUR");

    private final Shop shop = new Shop(TestDatabase.Kind.usual());
    private final Till till = new Till(shop);
    private final Heard<PaymentDisputed> disputed = new Heard<>(PaymentDisputed.class);
    private final Heard<PaymentDisputeWon> won = new Heard<>(PaymentDisputeWon.class);
    private final Heard<PurchaseChargedBack> back = new Heard<>(PurchaseChargedBack.class);
    private final Heard<PaymentUnpaid> unpaid = new Heard<>(PaymentUnpaid.class);
    private final Heard<PurchaseExpired> expired = new Heard<>(PurchaseExpired.class);

    @BeforeEach
    void listen() {
        shop.platform.listen(disputed, won, back, unpaid, expired);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    @DisplayName("D11 LOY-08 contested: both are told so, one is won, one taken back; neither is unpaid")
    void contested() {
        Purchase a = till.sell(TestCard.DISPUTE_WON);
        Purchase b = till.sell(TestCard.DISPUTE_LOST);
        till.advance(Duration.ofDays(3));
        assertEquals(
                Set.of(
                        new PaymentDisputed(
                                a.transaction(), ANNA, a.product(), a.buyer().id(), ALL),
                        new PaymentDisputed(
                                b.transaction(), ANNA, b.product(), b.buyer().id(), ALL)),
                Set.copyOf(disputed.events));
        assertEquals(2, disputed.events.size());
        assertEquals(
                List.of(new PaymentDisputeWon(
                        a.transaction(), ANNA, a.product(), a.buyer().id(), ALL)),
                won.events);
        assertEquals(
                List.of(new PurchaseChargedBack(
                        b.transaction(), ANNA, b.product(), b.buyer().id(), ALL)),
                back.events);
        assertEquals(List.of(), unpaid.events);
    }

    @Test
    @DisplayName("LOY-05 unpaid: told once, with the next try; in the end it is told to be expired; nobody contests it")
    void notCollected() {
        Purchase c = till.sell(TestCard.UNPAID);
        till.advance(Duration.ofDays(10));
        assertEquals(
                List.of(new PaymentUnpaid(
                        c.transaction(),
                        ANNA,
                        c.product(),
                        c.buyer().id(),
                        ALL,
                        c.purchasedAt().plus(Till.MINUTE).plus(DAY))),
                unpaid.events);
        assertEquals(
                List.of(new PurchaseExpired(
                        c.transaction(), ANNA, c.product(), c.buyer().id())),
                expired.events);
        assertEquals(List.of(), disputed.events);
    }
}
