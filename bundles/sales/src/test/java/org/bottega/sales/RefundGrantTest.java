package org.bottega.sales;

import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseRefunded;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.api.RefundCase;
import org.bottega.sales.api.RefundCase.State;
import org.bottega.sales.api.RefundRequestDeclined;
import org.bottega.sales.api.RefundRequestWithdrawn;
import org.bottega.sales.refund.RefundSize;
import org.bottega.sales.refund.Refunds.Wish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a module that keeps refund requests asks of sales: granting and ending them. */
class RefundGrantTest extends KeptStory {

    private final Heard<PurchaseRefunded> refunded = new Heard<>(PurchaseRefunded.class);
    private final Heard<RefundRequestDeclined> declined = new Heard<>(RefundRequestDeclined.class);
    private final Heard<RefundRequestWithdrawn> withdrawn = new Heard<>(RefundRequestWithdrawn.class);
    private Purchase sold;

    @BeforeEach
    void sell() {
        shop.platform.listen(refunded, declined, withdrawn);
        sold = shop.sold();
    }

    private void part(long cents) {
        Wish wish = new Wish(new RefundSize(null, euro(cents)), null, "x", null);
        shop.acme(() -> shop.refunds.give(shop.key(), sold.transaction(), wish));
    }

    @Test
    @DisplayName(
            "D25, REF-14 granted however old the sale is: all goes back, both are mailed, access ends; once per key")
    void granted() {
        RefundCase request = opened(sold, null);
        shop.book.boughtAt(sold, shop.platform.clock().instant().minus(Duration.ofDays(300)));
        assertEquals(State.GRANTED, grant("T-1", request).state());
        assertEquals(State.GRANTED, grant("T-1", request).state());
        shop.platform.drain();
        assertEquals(PurchaseStatus.REFUNDED, shop.now(sold).status());
        assertEquals(0, shop.book.moved());
        assertEquals(1, shop.mails("refund-buyer", sold).size());
        assertEquals(1, shop.mails("refund-seller", sold).size());
        assertEquals(List.of("REVOKED"), shop.book.of(sold, "sales_access", "state"));
        assertEquals(1, refunded.events.size());
        refused("refund-request-closed", () -> grant("T-2", request));
        RefundCase other = opened(shop.sold(), null);
        refused("idempotency-key-reused", () -> grant("T-1", other));
        assertEquals(State.OPEN, state(other));
    }

    @Test
    @DisplayName(
            "D18 a part is granted: PARTIALLY_REFUNDED, no longer claimed, access stays; the rest can be asked for")
    void part() {
        RefundCase request = opened(sold, euro(400));
        assertEquals(State.GRANTED, grant("T-1", request).state());
        shop.platform.drain();
        assertEquals(PurchaseStatus.PARTIALLY_REFUNDED, shop.now(sold).status());
        assertEquals(euro(400), shop.now(sold).refunded());
        assertEquals(List.of("GRANTED"), shop.book.of(sold, "sales_access", "state"));
        assertEquals(List.of("PAID"), shop.book.of(sold, "sales_payment", "state"));
        RefundCase rest = opened(sold, null);
        assertEquals(euro(850), rest.amount());
        grant("T-2", rest);
        assertEquals(PurchaseStatus.REFUNDED, shop.now(sold).status());
        assertEquals(0, shop.book.moved());
    }

    @Test
    @DisplayName("D18 a part that goes back beside it leaves it open; granted, never more than is left goes back")
    void beside() {
        RefundCase small = opened(sold, euro(400));
        part(1000);
        assertEquals(State.OPEN, state(small));
        assertEquals(PurchaseStatus.PROTESTED, shop.now(sold).status());
        grant("T-1", small);
        assertEquals(PurchaseStatus.REFUNDED, shop.now(sold).status());
        assertEquals(List.of("1000", "250"), shop.book.of(sold, "sales_refund", "amount"));
        assertEquals(0, shop.book.moved());
    }

    @Test
    @DisplayName(
            "D28, TKT-23 ended without money: the purchase is what it was; told as declined or withdrawn, once; no mail")
    void ended() {
        RefundCase one = opened(sold, null);
        assertEquals(State.ENDED, end(one, false).state());
        assertEquals(State.ENDED, end(one, true).state());
        assertEquals(sold, shop.now(sold));
        RefundCase other = opened(sold, null);
        end(other, true);
        shop.platform.drain();
        assertEquals(
                List.of(one.id()),
                declined.events.stream().map(RefundRequestDeclined::request).toList());
        assertEquals(
                List.of(other.id()),
                withdrawn.events.stream().map(RefundRequestWithdrawn::request).toList());
        assertEquals(0, shop.mails("refund-declined", sold).size());
        assertEquals(List.of("it works now", "it works now"), shop.book.of(sold, "sales_refund_request", "answer"));
        refused("field-missing", () -> shop.acme(() -> cases.end(one.id(), " ", true)));
        refused("refund-request-not-found", () -> shop.acme(() -> cases.end("nowhere", "x", true)));
        RefundCase granted = opened(sold, null);
        grant("T-1", granted);
        refused("refund-request-closed", () -> end(granted, false));
    }
}
