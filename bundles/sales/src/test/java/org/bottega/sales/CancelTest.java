package org.bottega.sales;

import static org.bottega.sales.Shop.BRUNO;
import static org.bottega.sales.Shop.refused;
import static org.bottega.sales.Till.MINUTE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import org.bottega.api.spi.PaymentGateway.Outcome;
import org.bottega.sales.FaultyGateway.Crash;
import org.bottega.sales.FaultyGateway.Fault;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.PaymentState;
import org.bottega.sales.payment.SandboxTool.Choice;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Giving a purchase up before it is paid. */
class CancelTest {

    private final Shop shop = Shop.shared();
    private final Till till = new Till(shop);

    @AfterEach
    void repair() {
        shop.gateway.lose(Fault.NONE);
    }

    @ParameterizedTest
    @CsvSource({"DELAYED,0,WAITING_PAYMENT", "REVIEWED,0,UNDER_ANALISYS", "UNPAID,1,OVERDUE", "SLIP,0,PRINTED_BILLET"})
    @DisplayName("SAL-10 what is not paid can be cancelled: it is void at the gateway too, told once, and stays so")
    void cancelled(TestCard card, int minutes, PurchaseStatus from) {
        Purchase sold = card == TestCard.SLIP ? till.slip() : till.sell(card);
        till.advance(Duration.ofMinutes(minutes));
        assertEquals(from, till.status(sold));
        assertEquals(PurchaseStatus.CANCELLED, till.cancel(sold).status());
        assertEquals(PurchaseStatus.CANCELLED, till.cancel(sold).status(), "again it changes nothing");
        till.stands(sold, PurchaseStatus.CANCELLED, PaymentState.ABANDONED);
        assertEquals(Outcome.CANCELLED, till.atGateway(sold));
        till.advance(Duration.ofDays(12));
        assertEquals(PurchaseStatus.CANCELLED, till.status(sold));
        assertEquals(1, till.audited("purchase.cancelled", sold));
    }

    @ParameterizedTest
    @EnumSource(
            value = TestCard.class,
            names = {"APPROVED", "NO_FUNDS", "BLOCKED"})
    @DisplayName("what is paid or refused cannot be cancelled")
    void tooLate(TestCard card) {
        Purchase sold = till.sell(card);
        refused("transition-forbidden", () -> till.cancel(sold));
        assertEquals(sold.status(), till.status(sold));
    }

    @Test
    @DisplayName("paid at the gateway at that very moment: the money decides, and the answer says so")
    void race() {
        Purchase sold = till.sell(TestCard.DELAYED);
        shop.acme(() -> shop.payments.sandbox.choose(sold.transaction(), Choice.PAID));
        refused("payment-not-cancellable", () -> till.cancel(sold));
        till.stands(sold, PurchaseStatus.APPROVED, PaymentState.PAID);
        till.settle();
        assertEquals(1, shop.mails("receipt", sold).size());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BEFORE", "AFTER"})
    @DisplayName("dead while it is made void: that is finished a minute later")
    void crash(Fault when) {
        Purchase sold = till.slip();
        shop.gateway.crash(when);
        assertThrows(Crash.class, () -> till.cancel(sold));
        shop.gateway.lose(Fault.NONE);
        assertEquals(PurchaseStatus.PRINTED_BILLET, till.status(sold));
        till.advance(MINUTE);
        till.stands(sold, PurchaseStatus.CANCELLED, PaymentState.ABANDONED);
        assertEquals(Outcome.CANCELLED, till.atGateway(sold));
    }

    @Test
    @DisplayName("no answer: it stands as it was for now, and is cancelled when the gateway answers")
    void noAnswer() {
        Purchase sold = till.sell(TestCard.REVIEWED);
        shop.gateway.lose(Fault.BEFORE);
        assertEquals(PurchaseStatus.UNDER_ANALISYS, till.cancel(sold).status());
        shop.gateway.lose(Fault.NONE);
        till.choose(sold, Choice.UNDER_ANALYSIS);
        till.advance(MINUTE);
        assertEquals(PurchaseStatus.CANCELLED, till.status(sold));
    }

    @Test
    @DisplayName("another seller's and an unknown purchase are not there")
    void foreign() {
        Purchase sold = till.slip();
        refused(
                "purchase-not-found",
                () -> shop.seller(BRUNO, () -> shop.payments.cancellation.cancel(sold.transaction(), null)));
        assertEquals(PurchaseStatus.PRINTED_BILLET, till.status(sold));
    }
}
