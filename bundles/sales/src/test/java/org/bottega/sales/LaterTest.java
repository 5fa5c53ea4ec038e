package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bottega.api.Money;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.PaymentState;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.refund.RefundSize;
import org.bottega.sales.refund.Refunds.Wish;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What happens by itself, later: delayed decisions, chargebacks, the end of the guarantee. */
class LaterTest {

    private static final Duration TICK = Duration.ofMillis(1);

    private final Shop shop = Shop.shared();
    private final long before = shop.book.moved();

    private Purchase sell(TestCard card) {
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250));
        Purchase sold = shop.acme(() -> shop.sell(offer, card));
        shop.platform.drain();
        return sold;
    }

    private PurchaseStatus status(Purchase purchase) {
        return shop.now(purchase).status();
    }

    @Test
    @DisplayName("a delayed payment waits, is approved a minute later, and only then mailed and granted")
    void delayed() {
        Purchase sold = sell(TestCard.DELAYED);
        assertEquals(PurchaseStatus.WAITING_PAYMENT, sold.status());
        assertEquals(List.of(), shop.mails("receipt", sold));
        assertEquals(List.of(), shop.book.of(sold, "sales_access", "id"));

        shop.platform.advance(Duration.ofMinutes(1).minus(TICK));
        assertEquals(PurchaseStatus.WAITING_PAYMENT, status(sold));
        shop.platform.advance(TICK);
        assertEquals(PurchaseStatus.APPROVED, status(sold));
        assertEquals(1, shop.mails("receipt", sold).size());
        assertEquals(List.of("GRANTED"), shop.book.of(sold, "sales_access", "state"));
    }

    @Test
    @DisplayName("D11 a chargeback five minutes later: CHARGEBACK, payment charged back, access revoked by event")
    void chargeback() {
        Purchase sold = sell(TestCard.CHARGEBACK);
        assertEquals(PurchaseStatus.APPROVED, sold.status());
        String token = Shop.token(shop.mails("access", sold).get(0));

        shop.platform.advance(Duration.ofMinutes(5).minus(TICK));
        assertEquals(PurchaseStatus.APPROVED, status(sold));
        shop.platform.advance(TICK);
        assertEquals(PurchaseStatus.CHARGEBACK, status(sold));
        assertEquals(List.of("CHARGED_BACK"), shop.book.of(sold, "sales_payment", "state"));
        assertEquals(List.of("REVOKED"), shop.book.of(sold, "sales_access", "state"));
        refused("access-revoked", () -> shop.nobody(() -> shop.access.open(token)));
        refused(
                "transition-forbidden",
                () -> shop.acme(() -> shop.refunds.refund(shop.key(), sold.transaction(), "x")));
    }

    @Test
    @DisplayName("what was refunded before is not taken back a second time")
    void refundedBeforeChargeback() {
        Purchase sold = sell(TestCard.CHARGEBACK);
        shop.acme(() -> shop.refunds.refund(shop.key(), sold.transaction(), "x"));
        shop.platform.advance(Duration.ofDays(1));
        assertEquals(PurchaseStatus.REFUNDED, status(sold));
        assertEquals(0, shop.book.moved() - before);
    }

    @ParameterizedTest
    @CsvSource({"CHARGEBACK, CHARGED_BACK, CHARGEBACK", "DISPUTE_WON, DISPUTED, PARTIALLY_REFUNDED"})
    @DisplayName("D11 what was refunded in part is taken back, or contested, as the card has it")
    void refundedInPart(TestCard card, PaymentState state, PurchaseStatus status) {
        Purchase sold = sell(card);
        RefundSize part = new RefundSize(null, new Money(100, "EUR"));
        shop.acme(() -> shop.refunds.give(shop.key(), sold.transaction(), new Wish(part, null, "a part", null)));
        shop.platform.advance(Duration.ofMinutes(5).minus(TICK));
        assertEquals(List.of("PAID"), shop.book.of(sold, "sales_payment", "state"));
        shop.platform.advance(TICK);
        assertEquals(List.of(state.name()), shop.book.of(sold, "sales_payment", "state"));
        assertEquals(status, status(sold));
    }

    @Test
    @DisplayName("an approved charge is looked at for four months, then never again")
    void watched() {
        try (Shop own = new Shop(TestDatabase.Kind.usual())) {
            Offer offer = own.acme(() -> own.offer(ANNA, 1250));
            Purchase sold = own.acme(() -> own.sell(offer, TestCard.APPROVED));
            Instant at = sold.purchasedAt();
            own.platform.advance(Duration.ofMinutes(5));
            assertEquals(at.plus(Duration.ofDays(1)), own.book.instant(sold, "sales_payment", "due_at"));
            own.platform.advance(Duration.ofDays(119));
            assertEquals(at.plus(Duration.ofDays(120)), own.book.instant(sold, "sales_payment", "due_at"));
            own.platform.advance(Duration.ofDays(2));
            assertNull(own.book.instant(sold, "sales_payment", "due_at"));
        }
    }

    @ParameterizedTest
    @CsvSource({"7", "30"})
    @DisplayName("D8 COMPLETE at the very instant the guarantee ends: so many times 24 hours after the purchase")
    void complete(int days) {
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250, days, RefundPolicy.GUARANTEE));
        Purchase sold = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
        shop.platform.advance(Duration.ofDays(days).minus(TICK));
        assertEquals(PurchaseStatus.APPROVED, status(sold));
        shop.platform.advance(TICK);
        assertEquals(PurchaseStatus.COMPLETE, status(sold));
        assertEquals(List.of("GRANTED"), shop.book.of(sold, "sales_access", "state"));
    }

    @Test
    @DisplayName("what was refunded or refused is never complete")
    void notComplete() {
        Purchase refunded = sell(TestCard.APPROVED);
        shop.acme(() -> shop.refunds.refund(shop.key(), refunded.transaction(), "x"));
        Purchase refused = sell(TestCard.NO_FUNDS);
        shop.platform.advance(Duration.ofDays(31));
        assertEquals(PurchaseStatus.REFUNDED, status(refunded));
        assertEquals(PurchaseStatus.NO_FUNDS, status(refused));
    }
}
