package org.bottega.sales;

import static org.bottega.sales.Returns.ADA;
import static org.bottega.sales.Shop.BRUNO;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.Optional;
import org.bottega.api.Money;
import org.bottega.sales.api.NewRefundCase;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.api.RefundCase;
import org.bottega.sales.api.RefundCase.State;
import org.bottega.sales.api.RefundRequested;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a module that keeps refund requests asks of sales: opening them. */
class RefundCaseTest extends KeptStory {

    private final Heard<RefundRequested> asked = new Heard<>(RefundRequested.class);

    @BeforeEach
    void listen() {
        shop.platform.listen(asked);
    }

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

    @Test
    @DisplayName(
            "REF-11, D26 a keeper opens a request: PROTESTED, told as ever, by whom it is kept and by which command")
    void opened() {
        Purchase sold = shop.sold();
        check(of(sold, true, null, null));
        assertEquals(sold, shop.now(sold));
        RefundCase opened = open("T-1", of(sold, true, null, null));
        shop.platform.drain();
        assertEquals(
                new RefundCase(
                        opened.id(),
                        sold.transaction(),
                        sold.seller(),
                        sold.buyer().id(),
                        TicketBox.MODULE,
                        "T-1",
                        State.OPEN,
                        true,
                        "CHANGED_MIND",
                        sold.price(),
                        shop.platform.clock().instant()),
                opened);
        assertEquals(PurchaseStatus.PROTESTED, shop.now(sold).status());
        assertEquals(opened.id(), asked.events.get(0).request());
        assertEquals(
                opened.id(),
                refused("refund-request-open", () -> check(of(sold, false, null, null)))
                        .members()
                        .get("request"));
    }

    @Test
    @DisplayName("the same key opens once and answers how it stands; for anything else it is refused")
    void sameKey() {
        Purchase sold = shop.sold();
        NewRefundCase wish = part(sold, 400, "EUR");
        RefundCase first = open("T-1", wish);
        assertEquals(first, open("T-1", wish));
        refused("idempotency-key-reused", () -> open("T-1", part(sold, 401, "EUR")));
        refused("idempotency-key-reused", () -> open("T-1", why(sold, "NO_ACCESS", null)));
        refused("idempotency-key-reused", () -> open("T-1", of(sold, false, null, new Money(400, "EUR"))));
        refused("idempotency-key-reused", () -> open("T-1", part(shop.sold(), 400, "EUR")));
        refused("idempotency-key-missing", () -> open(" ", wish));
        refused("idempotency-key-invalid", () -> open("k".repeat(256), wish));
        shop.acme(() -> cases.end(first.id(), "all is well", true));
        assertEquals(State.ENDED, open("T-1", wish).state());
        assertEquals(sold, shop.now(sold));
        assertEquals(State.OPEN, open("k".repeat(255), wish).state());
        assertEquals(
                "T-1",
                shop.bravo(() -> {
                            Purchase other = shop.sell(shop.offer(Shop.ANNA, 900), TestCard.APPROVED);
                            return cases.open("T-1", TicketBox.MODULE, of(other, true, null, null));
                        })
                        .key());
    }

    @Test
    @DisplayName("in the caller's unit of work: what is undone there was never opened; check opens nothing")
    void unit() {
        Purchase sold = shop.sold();
        assertThrows(
                IllegalStateException.class,
                () -> shop.acme(() -> shop.platform.unitOfWork().call(() -> {
                    cases.open("T-1", TicketBox.MODULE, of(sold, true, null, null));
                    throw new IllegalStateException("undone");
                })));
        assertEquals(sold, shop.now(sold));
        assertEquals(State.OPEN, open("T-1", of(sold, true, null, null)).state());
    }

    @Test
    @DisplayName("a buyer opens, finds and is granted his own, a seller his own, a tenant its own")
    void foreign() {
        Purchase sold = shop.sold();
        NewRefundCase wish = of(sold, true, null, null);
        Returns returns = shop.returns;
        refused("purchase-not-found", () -> returns.buyer("eve@example.com", () -> cases.open("k", "box", wish)));
        refused("purchase-not-found", () -> shop.seller(BRUNO, () -> cases.open("k", "box", wish)));
        refused("purchase-not-found", () -> shop.bravo(() -> cases.open("k", "box", wish)));
        RefundCase opened = returns.buyer(ADA, () -> cases.open("k", "box", wish));
        assertEquals(Optional.of(opened), returns.buyer(ADA, () -> cases.find(opened.id())));
        assertEquals(Optional.empty(), shop.seller(BRUNO, () -> cases.find(opened.id())));
        assertEquals(Optional.empty(), shop.bravo(() -> cases.find(opened.id())));
        String gone = "refund-request-not-found";
        refused(gone, () -> shop.seller(BRUNO, () -> cases.grant("g", opened.id(), null)));
        refused(gone, () -> returns.buyer("eve@example.com", () -> cases.end(opened.id(), "x", true)));
        assertEquals(
                State.GRANTED,
                returns.buyer(ADA, () -> cases.grant("g", opened.id(), null)).state());
    }
}
