package org.bottega.sales;

import static org.bottega.sales.Shop.refused;
import static org.bottega.sales.Till.DAY;
import static org.bottega.sales.Till.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bottega.api.Money;
import org.bottega.api.PageRequest;
import org.bottega.core.testing.SentMail;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.PaymentState;
import org.bottega.sales.payment.SandboxTool.Choice;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.refund.RefundSize;
import org.bottega.sales.refund.Refunds.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Payments that the customer contests at the bank: told apart from unpaid ones (D11, LOY-08). */
class DisputeTest {

    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);

    private final Shop shop = Shop.shared();
    private final Till till = new Till(shop);

    @AfterEach
    void reset() {
        shop.acme(() -> shop.platform.core().policyDesk().reset("sales.payments", null, null));
    }

    private Purchase refund(Purchase purchase) {
        return shop.acme(() -> shop.refunds.refund(shop.key(), purchase.transaction(), "x"));
    }

    private List<Purchase> found(Purchase purchase, PaymentState state) {
        PurchaseFilter filter =
                new PurchaseFilter(null, null, null, purchase.product(), null, Set.of(), null, null, null, state);
        return shop.acme(() -> shop.purchases.list(filter, PageRequest.of(5, null)))
                .items();
    }

    @Test
    @DisplayName("D11 DISPUTED is a state of the payment: the purchase stays APPROVED, and nothing is given back: 409")
    void disputed() {
        Purchase sold = till.sell(TestCard.DISPUTE_WON);
        assertEquals(List.of(sold), found(sold, PaymentState.PAID));
        till.advance(FIVE_MINUTES.minus(TICK));
        till.stands(sold, PurchaseStatus.APPROVED, PaymentState.PAID);
        till.advance(TICK);
        till.stands(sold, PurchaseStatus.APPROVED, PaymentState.DISPUTED);
        assertEquals(List.of(sold), found(sold, PaymentState.DISPUTED));
        assertEquals(List.of(), found(sold, PaymentState.PAID));
        refused("payment-disputed", () -> refund(sold));
        assertEquals(List.of("GRANTED"), shop.book.of(sold, "sales_access", "state"));

        till.advance(DAY);
        till.advance(DAY);
        till.stands(sold, PurchaseStatus.APPROVED, PaymentState.PAID);
        assertEquals(PurchaseStatus.REFUNDED, refund(sold).status());
    }

    @Test
    @DisplayName("D11 a lost dispute is a CHARGEBACK: access ends, seller and tenant's staff are told")
    void lost() {
        till.set(Map.of("chargebackMails", List.of("risk@example.com", "boss@example.com")));
        Purchase sold = till.sell(TestCard.DISPUTE_LOST);
        till.advance(FIVE_MINUTES);
        till.advance(Duration.ofDays(2));
        till.stands(sold, PurchaseStatus.CHARGEBACK, PaymentState.CHARGED_BACK);
        assertEquals(List.of("REVOKED"), shop.book.of(sold, "sales_access", "state"));
        assertEquals(
                Set.of("anna@example.com", "risk@example.com", "boss@example.com"),
                Set.copyOf(shop.mails("chargeback", sold).stream()
                        .map(mail -> mail.to())
                        .toList()));
        assertEquals(3, shop.mails("chargeback", sold).size());
        refused("transition-forbidden", () -> refund(sold));
    }

    @Test
    @DisplayName(
            "D11 seller and tenant's staff are told of a dispute, once, in the seller's language; the journal has it")
    void told() {
        till.set(Map.of("chargebackMails", List.of("risk@example.com")));
        Purchase sold = till.sell(TestCard.APPROVED);
        till.choose(sold, Choice.DISPUTED);
        till.choose(sold, Choice.DISPUTED);
        List<SentMail> mails = shop.mails("dispute", sold);
        assertEquals(
                Set.of("anna@example.com", "risk@example.com"),
                Set.copyOf(mails.stream().map(SentMail::to).toList()));
        assertEquals(2, mails.size());
        assertTrue(mails.get(0).text().contains("12.50"), mails.get(0).text());
        assertEquals(1, till.audited("payment.disputed", sold));
    }

    @Test
    @DisplayName("D11 a chargeback comes whenever it comes: months after COMPLETE, and counts once though told twice")
    void monthsLater() {
        Purchase sold = till.sell(TestCard.APPROVED);
        till.advance(Duration.ofDays(200));
        assertEquals(PurchaseStatus.COMPLETE, till.status(sold));
        till.choose(sold, Choice.CHARGED_BACK);
        till.choose(sold, Choice.CHARGED_BACK);
        till.stands(sold, PurchaseStatus.CHARGEBACK, PaymentState.CHARGED_BACK);
        assertEquals(1, shop.mails("chargeback", sold).size());
        assertEquals(1, till.audited("purchase.chargedback", sold));
        assertEquals(2, till.audited("payment.notice", sold));
    }

    @Test
    @DisplayName("D11 after a partial refund the bank takes what was left")
    void afterPart() {
        Purchase sold = till.sell(TestCard.APPROVED);
        RefundSize part = new RefundSize(null, new Money(1000, "EUR"));
        shop.acme(() -> shop.refunds.give(shop.key(), sold.transaction(), new Wish(part, null, "x", null)));
        till.choose(sold, Choice.DISPUTED);
        till.stands(sold, PurchaseStatus.PARTIALLY_REFUNDED, PaymentState.DISPUTED);
        till.choose(sold, Choice.CHARGED_BACK);
        assertEquals(PurchaseStatus.CHARGEBACK, till.status(sold));
        String mail = shop.mails("chargeback", sold).get(0).text();
        assertTrue(mail.contains("2.50") && !mail.contains("12.50"), mail);
    }

    @Test
    @DisplayName("D11 what was refunded in the meantime stays REFUNDED; that the bank took it too is on record")
    void afterRefund() {
        Purchase sold = till.sell(TestCard.APPROVED);
        refund(sold);
        till.choose(sold, Choice.CHARGED_BACK);
        till.stands(sold, PurchaseStatus.REFUNDED, PaymentState.CHARGED_BACK);
        assertEquals(1, till.audited("payment.chargedback.late", sold));
        assertEquals(0, till.audited("purchase.chargedback", sold));
        assertEquals(List.of(), shop.mails("chargeback", sold));
    }
}
