package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.bottega.api.spi.PaymentGateway.Outcome;
import org.bottega.sales.FaultyGateway.Fault;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.SandboxTool.Choice;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.refund.RefundBulk;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequestState;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers to many at once, and ends that the gateway or the bank brings. */
class RefundEndsTest {

    private final Shop shop = Shop.shared();
    private final Returns returns = shop.returns;
    private final long before = shop.book.moved();

    private PurchaseStatus status(Purchase purchase) {
        return shop.now(purchase).status();
    }

    private RefundRequestState state(RefundRequest request) {
        return returns.now(request).state();
    }

    @Test
    @DisplayName("a direct refund of all grants what was asked for")
    void direct() {
        Purchase sold = shop.sold();
        RefundRequest asked = returns.asked(sold);
        shop.acme(() -> shop.refunds.refund(shop.key(), sold.transaction(), "x"));
        assertEquals(RefundRequestState.APPROVED, state(asked));
    }

    @Test
    @DisplayName("while the gateway decides it is PROCESSING; a refusal reopens it, and the seller is mailed")
    void slowAndRefused() {
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250));
        Purchase slow = shop.acme(() -> shop.sell(offer, TestCard.DELAYED));
        shop.platform.advance(Duration.ofMinutes(1));
        RefundRequest asked = returns.asked(slow);
        shop.gateway.lose(Fault.BEFORE);
        String key = shop.key();
        assertEquals(RefundRequestState.PROCESSING, returns.approve(key, asked).state());
        shop.gateway.lose(Fault.NONE);
        assertEquals(
                "PROCESSING",
                refused("refund-request-closed", () -> returns.decline(asked))
                        .members()
                        .get("state"));

        String refund = shop.book.of(slow, "sales_refund", "id").get(0);
        shop.acme(() -> returns.outcomes.commit(refund, Outcome.BLOCKED));
        shop.platform.drain();
        assertEquals(RefundRequestState.OPEN, state(asked));
        assertEquals(PurchaseStatus.PROTESTED, status(slow));
        assertEquals(
                "anna@example.com", shop.mails("refund-refused", slow).get(0).to());
        refused("refund-refused", () -> returns.approve(key, asked));
        assertEquals(
                RefundRequestState.PROCESSING,
                returns.approve(shop.key(), asked).state());
        shop.platform.advance(Duration.ofMinutes(1));
        assertEquals(RefundRequestState.APPROVED, state(asked));
    }

    @Test
    @DisplayName(
            "D11 a dispute closes what is open; the purchase is what it was, and nobody can ask until it is decided")
    void dispute() {
        Purchase sold = shop.sold();
        RefundRequest asked = returns.asked(sold);
        shop.acme(() -> shop.payments.sandbox.choose(sold.transaction(), Choice.DISPUTED));
        shop.platform.advance(Duration.ofMinutes(1));
        assertEquals(RefundRequestState.CLOSED, state(asked));
        assertEquals("DISPUTE", returns.now(asked).answer());
        assertEquals(PurchaseStatus.APPROVED, status(sold));
        refused("payment-disputed", () -> returns.asked(sold));
        shop.acme(() -> shop.payments.sandbox.choose(sold.transaction(), Choice.DISPUTE_WON));
        shop.platform.advance(Duration.ofMinutes(1));
        assertEquals(RefundRequestState.OPEN, returns.asked(sold).state());
    }

    /** Approved, but the gateway never heard of it; then the buyer goes to the bank. */
    private RefundRequest contested(Purchase sold, String key, Choice how) {
        RefundRequest asked = returns.asked(sold);
        shop.gateway.lose(Fault.BEFORE);
        returns.approve(key, asked);
        shop.gateway.lose(Fault.NONE);
        shop.acme(() -> shop.payments.sandbox.choose(sold.transaction(), how));
        shop.platform.advance(Duration.ZERO);
        assertEquals(RefundRequestState.PROCESSING, state(asked));
        return asked;
    }

    @ParameterizedTest
    @EnumSource(
            value = Choice.class,
            names = {"DISPUTED", "CHARGED_BACK"})
    @DisplayName(
            "D11 an approved refund that never arrived is not made once the bank has the case: closed, not reopened")
    void contestedWhileProcessing(Choice how) {
        Purchase sold = shop.sold();
        String key = shop.key();
        RefundRequest asked = contested(sold, key, how);
        assertEquals(RefundRequestState.PROCESSING, returns.approve(key, asked).state());
        shop.platform.advance(Duration.ofMinutes(5).minusMillis(1));
        assertEquals(RefundRequestState.PROCESSING, state(asked), "the command may be on its way still");
        shop.platform.advance(Duration.ofHours(1));
        assertEquals(RefundRequestState.CLOSED, state(asked));
        assertEquals(
                how == Choice.DISPUTED ? "DISPUTE" : "CHARGEBACK",
                returns.now(asked).answer());
        assertEquals(how == Choice.DISPUTED ? PurchaseStatus.APPROVED : PurchaseStatus.CHARGEBACK, status(sold));
        assertEquals(List.of("REFUSED"), shop.book.of(sold, "sales_refund", "state"));
        assertEquals(1250, shop.book.moved() - before);
    }

    @Test
    @DisplayName("D11 a refund that the gateway has made counts, though the buyer went to the bank meanwhile")
    void contestedButMade() {
        Purchase sold = shop.sold();
        RefundRequest asked = returns.asked(sold);
        shop.gateway.lose(Fault.AFTER);
        returns.approve(shop.key(), asked);
        shop.gateway.lose(Fault.NONE);
        shop.acme(() -> shop.payments.sandbox.choose(sold.transaction(), Choice.DISPUTED));
        shop.platform.advance(Duration.ofMinutes(1));
        assertEquals(RefundRequestState.APPROVED, state(asked));
        assertEquals(PurchaseStatus.REFUNDED, status(sold));
        assertEquals(0, shop.book.moved() - before);
    }

    @Test
    @DisplayName("D11 won in time: the refund that was approved is made after all, once")
    void wonWhileProcessing() {
        Purchase sold = shop.sold();
        RefundRequest asked = contested(sold, shop.key(), Choice.DISPUTED);
        shop.acme(() -> shop.payments.sandbox.choose(sold.transaction(), Choice.DISPUTE_WON));
        shop.platform.advance(Duration.ofMinutes(1));
        assertEquals(RefundRequestState.APPROVED, state(asked));
        assertEquals(0, shop.book.moved() - before);
    }

    @Test
    @DisplayName("D11 a chargeback closes what is open, with that reason; the purchase stays CHARGEBACK")
    void chargeback() {
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250));
        Purchase sold = shop.acme(() -> shop.sell(offer, TestCard.CHARGEBACK));
        RefundRequest asked = returns.asked(sold);
        shop.platform.advance(Duration.ofMinutes(5));
        assertEquals(PurchaseStatus.CHARGEBACK, status(sold));
        assertEquals(RefundRequestState.CLOSED, state(asked));
        assertEquals("CHARGEBACK", returns.now(asked).answer());
    }

    @Test
    @DisplayName("many at once: a result for each, one refusal undoes no other, the same key again changes nothing")
    void bulk() {
        RefundRequest one = returns.asked(shop.sold());
        RefundRequest other = returns.asked(shop.sold());
        RefundRequest third = returns.asked(shop.sold());
        returns.decline(other);
        List<String> ids = List.of(one.id(), other.id(), "nowhere", third.id());
        String key = shop.key();
        for (int times = 0; times < 2; times++) {
            List<RefundBulk.Result> results = shop.acme(() -> returns.bulk.approve(key, ids, null));
            assertEquals(RefundRequestState.APPROVED, results.get(0).state());
            assertEquals("refund-request-closed", results.get(1).refusal().code());
            assertEquals("refund-request-not-found", results.get(2).refusal().code());
            assertEquals(RefundRequestState.APPROVED, results.get(3).state());
        }
        assertEquals(1250, shop.book.moved() - before);
        RefundRequest fourth = returns.asked(shop.sold());
        String no = shop.key();
        for (int times = 0; times < 2; times++) {
            assertEquals(
                    RefundRequestState.DECLINED,
                    shop.acme(() -> returns.bulk.decline(no, List.of(fourth.id()), "no"))
                            .get(0)
                            .state());
        }
    }

    @Test
    @DisplayName("many are 1 to 100, each once")
    void bulkLimits() {
        List<String> many = IntStream.range(0, 101).mapToObj(i -> "r" + i).toList();
        refused("requests-out-of-range", () -> shop.acme(() -> returns.bulk.decline("k", many, "no")));
        refused("requests-out-of-range", () -> shop.acme(() -> returns.bulk.decline("k", List.of(), "no")));
        refused("request-twice", () -> shop.acme(() -> returns.bulk.decline("k", List.of("a", "a"), "no")));
        assertEquals(
                100,
                shop.acme(() -> returns.bulk.decline("k", many.subList(0, 100), "no"))
                        .size());
    }
}
