package org.bottega.sales;

import static org.bottega.sales.Returns.ADA;
import static org.bottega.sales.Shop.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.bottega.api.PageRequest;
import org.bottega.api.spi.PaymentGateway.Outcome;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.sales.FaultyGateway.Fault;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseCompleted;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.api.RefundRequestClosed;
import org.bottega.sales.api.RefundRequested;
import org.bottega.sales.payment.SandboxTool.Choice;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.refund.RefundReason;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequestPolicy;
import org.bottega.sales.refund.RefundRequestState;
import org.bottega.sales.refund.RefundRequests.Ask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What other modules hear about refund requests, and what is on record about them afterwards. */
class RefundEventsTest {

    private final Heard<RefundRequested> asked = new Heard<>(RefundRequested.class);
    private final Heard<RefundRequestClosed> closed = new Heard<>(RefundRequestClosed.class);
    private final Heard<PurchaseCompleted> completed = new Heard<>(PurchaseCompleted.class);
    private Shop shop;
    private Returns returns;
    private Till till;

    @BeforeEach
    void open() {
        shop = new Shop(TestDatabase.Kind.usual());
        returns = shop.returns;
        till = new Till(shop);
        shop.platform.listen(asked, closed, completed);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private void policy(Map<String, Object> values) {
        shop.acme(() -> shop.platform.core().policyDesk().set(RefundRequestPolicy.TYPE.id(), null, values, null));
    }

    /** What is on record under this name, of all purchases. */
    private List<String> details(String action) {
        return shop.acme(() -> shop.platform.core().audit().list(action, PageRequest.of(500, null))).items().stream()
                .map(line -> line.details())
                .toList();
    }

    @Test
    @DisplayName("REF-04 both sides' requests are told, and which side asked")
    void sides() {
        Purchase one = shop.sold();
        Purchase other = shop.sold();
        RefundRequest byBuyer = returns.asked(one);
        RefundRequest bySeller = shop.seller(
                ANNA, () -> returns.requests.open(other.transaction(), new Ask(RefundReason.BOUGHT_TWICE, null)));
        shop.platform.drain();
        assertEquals(
                List.of(
                        new RefundRequested(
                                one.transaction(),
                                ANNA,
                                one.product(),
                                one.buyer().id(),
                                byBuyer.id(),
                                "CHANGED_MIND",
                                true,
                                byBuyer.answerBy()),
                        new RefundRequested(
                                other.transaction(),
                                ANNA,
                                other.product(),
                                other.buyer().id(),
                                bySeller.id(),
                                "BOUGHT_TWICE",
                                false,
                                bySeller.answerBy())),
                asked.events);
    }

    @Test
    @DisplayName("D11 what the bank closes is told with its cause and what the purchase is now, and is on record")
    void closedByBank() {
        Purchase sold = shop.sold();
        RefundRequest open = returns.asked(sold);
        till.choose(sold, Choice.DISPUTED);
        assertEquals(
                List.of(new RefundRequestClosed(
                        sold.transaction(),
                        ANNA,
                        sold.product(),
                        sold.buyer().id(),
                        open.id(),
                        "DISPUTE",
                        PurchaseStatus.APPROVED)),
                closed.events);
        assertEquals(1, till.audited("refund-request.closed", sold));
    }

    @Test
    @DisplayName("a request that is declined after the guarantee completes the purchase: told once, on record")
    void completedByDeclining() {
        Purchase sold = shop.sold();
        RefundRequest open = returns.asked(sold);
        shop.platform.advance(Duration.ofDays(30));
        assertEquals(List.of(), completed.events);
        returns.decline(open);
        shop.platform.drain();
        assertEquals(
                List.of(new PurchaseCompleted(
                        sold.transaction(), ANNA, sold.product(), sold.buyer().id())),
                completed.events);
        assertEquals(1, till.audited("purchase.complete", sold));
    }

    @Test
    @DisplayName("on record: that it was granted, for which request the money went back, that a refusal reopened it")
    void records() {
        Purchase slow = till.sell(TestCard.DELAYED);
        shop.platform.advance(Duration.ofMinutes(1));
        RefundRequest open = returns.asked(slow);
        shop.gateway.lose(Fault.BEFORE);
        returns.approve(shop.key(), open);
        shop.gateway.lose(Fault.NONE);
        String refund = shop.book.of(slow, "sales_refund", "id").get(0);
        shop.acme(() -> returns.outcomes.commit(refund, Outcome.BLOCKED));
        assertEquals(1, till.audited("refund-request.reopened", slow));
        assertEquals(0, till.audited("refund-request.approved", slow));
        returns.approve(shop.key(), open);
        shop.platform.advance(Duration.ofMinutes(1));
        assertEquals(1, till.audited("refund-request.approved", slow));
        List<String> refunds = details("purchase.refund");
        assertEquals(2, refunds.size());
        assertTrue(refunds.stream().allMatch(line -> line.contains(open.id())), refunds.toString());
    }

    @Test
    @DisplayName("a direct refund is on record without a request")
    void direct() {
        Purchase sold = shop.sold();
        shop.acme(() -> shop.refunds.refund(shop.key(), sold.transaction(), "x"));
        List<String> refunds = details("purchase.refund");
        assertEquals(1, refunds.size());
        assertFalse(refunds.get(0).contains("request"), refunds.get(0));
    }

    @Test
    @DisplayName("the seller is told until when to answer, in his own zone and language")
    void moment() {
        Purchase sold = shop.sold();
        RefundRequest open = returns.asked(sold);
        String mail = shop.mails("refund-asked", sold).get(0).text();
        int year = open.answerBy().atZone(ZoneOffset.UTC).getYear();
        assertTrue(mail.matches("(?s).*decline it by [^.]*" + year + ".*"), mail);
    }

    @Test
    @DisplayName("what cannot be approved by itself is on record, once, with the reason, and not tried again")
    void unanswered() {
        policy(Map.of("autoApprove", true, "answerDays", 1));
        Purchase sold = shop.sold();
        returns.asked(sold);
        shop.book.force(sold, "BLOCKED");
        shop.platform.advance(Duration.ofDays(9));
        assertEquals(1, till.audited("refund-request.unanswered", sold));
        String line = details("refund-request.unanswered").get(0);
        assertTrue(line.contains("transition-forbidden"), line);
    }

    @Test
    @DisplayName("a reminder that comes too late, because nothing ran meanwhile, is not sent; the request stays open")
    void tooLateToRemind() {
        Purchase sold = shop.sold();
        RefundRequest open = returns.asked(sold);
        shop.platform.clock().to(open.answerBy());
        shop.platform.advance(Duration.ZERO);
        assertEquals(0, shop.mails("refund-reminder", sold).size());
        assertEquals(RefundRequestState.OPEN, returns.now(open).state());
    }

    @Test
    @DisplayName("money never moves inside a unit of work: approving one or many is refused there, and undone")
    void unitOfWork() {
        Purchase sold = shop.sold();
        RefundRequest open = returns.asked(sold);
        var unit = shop.platform.unitOfWork();
        assertThrows(
                IllegalStateException.class,
                () -> shop.acme(() -> unit.call(() -> returns.approval.approve("k", open.id(), null))));
        assertThrows(
                IllegalStateException.class,
                () -> shop.acme(() -> unit.call(() -> returns.bulk.approve("k", List.of(open.id()), null))));
        assertEquals(RefundRequestState.OPEN, returns.now(open).state());
        assertEquals(ADA, returns.now(open).buyerEmail());
    }
}
