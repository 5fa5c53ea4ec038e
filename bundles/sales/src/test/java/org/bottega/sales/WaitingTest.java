package org.bottega.sales;

import static org.bottega.sales.Shop.refused;
import static org.bottega.sales.Till.DAY;
import static org.bottega.sales.Till.MINUTE;
import static org.bottega.sales.Till.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.PaymentState;
import org.bottega.sales.payment.SandboxTool.Choice;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Payments that are decided later: analysed, delayed, paid by slip. */
class WaitingTest {

    private final Shop shop = Shop.shared();
    private final Till till = new Till(shop);

    @ParameterizedTest
    @CsvSource({
        "REVIEWED,UNDER_ANALISYS,APPROVED,PAID",
        "REJECTED,UNDER_ANALISYS,BLOCKED,REFUSED",
        "DELAYED,WAITING_PAYMENT,APPROVED,PAID",
        "DELAYED_NO_FUNDS,WAITING_PAYMENT,NO_FUNDS,REFUSED"
    })
    @DisplayName("SAL-10 what the gateway analyses or delays is decided a minute later; a refusal is mailed then")
    void later(TestCard card, PurchaseStatus first, PurchaseStatus then, PaymentState state) {
        Purchase sold = till.sell(card);
        till.stands(sold, first, PaymentState.PENDING);
        till.advance(MINUTE.minus(TICK));
        till.stands(sold, first, PaymentState.PENDING);
        till.advance(TICK);
        till.stands(sold, then, state);
        assertEquals(
                state == PaymentState.REFUSED ? 1 : 0,
                shop.mails("payment-failed", sold).size());
        assertEquals(
                state == PaymentState.PAID ? 1 : 0, shop.mails("receipt", sold).size());
    }

    @ParameterizedTest
    @CsvSource({"REVIEWED,NO_FUNDS,NO_FUNDS", "DELAYED,BLOCKED,BLOCKED", "REVIEWED,CANCELLED,CANCELLED"})
    @DisplayName("SAL-10 the gateway may decide otherwise, and tells")
    void told(TestCard card, Choice choice, PurchaseStatus then) {
        Purchase sold = till.sell(card);
        till.choose(sold, choice);
        assertEquals(then, till.status(sold));
    }

    @Test
    @DisplayName("SAL-10 a slip is printed, mailed, and paid when the money is there; its guarantee runs from then")
    void slipPaid() {
        Purchase sold = till.slip();
        till.stands(sold, PurchaseStatus.PRINTED_BILLET, PaymentState.PENDING);
        String code = till.payment(sold).slip().code();
        assertEquals(
                sold.purchasedAt().plus(Duration.ofDays(3)), till.payment(sold).dueAt());
        assertEquals("BILLET", till.payment(sold).type().name());
        assertTrue(shop.mails("slip", sold).get(0).text().contains(code));

        till.advance(DAY);
        till.choose(sold, Choice.IN_CLEARING);
        till.stands(sold, PurchaseStatus.WAITING_PAYMENT, PaymentState.PENDING);
        till.advance(Duration.ofDays(5));
        assertEquals(PurchaseStatus.WAITING_PAYMENT, till.status(sold), "paid in time: its due date no longer counts");
        assertEquals(List.of(), shop.mails("receipt", sold));
        till.choose(sold, Choice.PAID);
        till.stands(sold, PurchaseStatus.APPROVED, PaymentState.PAID);
        assertEquals(1, shop.mails("receipt", sold).size());
        Instant paid = shop.platform.clock().instant();
        assertEquals(paid.plus(Duration.ofDays(7)), shop.now(sold).refundableUntil());
        till.advance(Duration.ofDays(7).minus(TICK));
        assertEquals(PurchaseStatus.APPROVED, till.status(sold));
        till.advance(TICK);
        assertEquals(PurchaseStatus.COMPLETE, till.status(sold));
    }

    @Test
    @DisplayName(
            "SAL-10 a slip that nobody pays is EXPIRED at the very end of its last day; money that comes later counts")
    void slipExpires() {
        Purchase sold = till.slip();
        till.advance(Duration.ofDays(3).minus(TICK));
        till.stands(sold, PurchaseStatus.PRINTED_BILLET, PaymentState.PENDING);
        till.advance(TICK);
        till.stands(sold, PurchaseStatus.EXPIRED, PaymentState.ABANDONED);
        assertNull(till.payment(sold).dueAt());
        assertEquals(1, shop.mails("payment-failed", sold).size());

        till.choose(sold, Choice.PAID);
        till.stands(sold, PurchaseStatus.APPROVED, PaymentState.PAID);
    }

    @Test
    @DisplayName("SAL-10 a slip that is paid at once goes from PRINTED_BILLET to APPROVED; twice told is once paid")
    void slipPaidAtOnce() {
        Purchase sold = till.slip();
        till.choose(sold, Choice.PAID);
        till.choose(sold, Choice.PAID);
        till.stands(sold, PurchaseStatus.APPROVED, PaymentState.PAID);
        assertEquals(1, shop.mails("receipt", sold).size());
    }

    @ParameterizedTest
    @CsvSource({"DELAYED,IN_CLEARING,WAITING_PAYMENT", "REVIEWED,UNDER_ANALYSIS,UNDER_ANALISYS"})
    @DisplayName("what is never decided is given up after pendingGiveUpDays, 10, and made void")
    void givenUp(TestCard card, Choice always, PurchaseStatus meanwhile) {
        Purchase sold = till.sell(card);
        till.choose(sold, always);
        till.advance(Duration.ofDays(10).minus(TICK));
        till.stands(sold, meanwhile, PaymentState.PENDING);
        till.advance(TICK);
        till.stands(sold, PurchaseStatus.EXPIRED, PaymentState.ABANDONED);
        assertEquals("CANCELLED", till.atGateway(sold).name());
    }

    @Test
    @DisplayName("a gateway that takes its time is asked ever more rarely, at most once a day")
    void backOff() {
        Purchase sold = till.sell(TestCard.DELAYED);
        till.choose(sold, Choice.IN_CLEARING);
        String charge = till.charge(sold);
        till.advance(DAY);
        assertTrue(shop.gateway.asked(charge) <= 30, "asked " + shop.gateway.asked(charge) + " times in a day");
        int before = shop.gateway.asked(charge);
        till.advance(Duration.ofDays(8));
        int more = shop.gateway.asked(charge) - before;
        assertTrue(more >= 8 && more <= 9, "asked " + more + " times in eight days");
    }

    @Test
    @DisplayName("a slip needs no card and takes none; a card purchase needs one")
    void means() {
        NewBuyer buyer = new NewBuyer("ada@example.com", "Ada", null, null);
        refused("card-not-expected", () -> new NewPurchase("OF1", buyer, PaymentType.BILLET, "4000000000000002", null));
        refused("card-invalid", () -> new NewPurchase("OF1", buyer, PaymentType.CARD, null, null));
        refused("payment-type-unknown", () -> new NewPurchase("OF1", buyer, PaymentType.IMPORTED, null, null));
    }
}
