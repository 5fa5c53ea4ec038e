package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import javax.ws.rs.core.Response;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.sales.api.NewRefundCase;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.api.RefundCase;
import org.bottega.sales.refund.Handover.Given;
import org.bottega.sales.refund.RefundSize;
import org.bottega.sales.refund.Refunds.Wish;
import org.bottega.sales.refund.web.RefundResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** D9: what a seller wants to give back while another module keeps refund requests. */
class HandoverTest extends KeptStory {

    private static final Wish WHOLE = new Wish(RefundSize.WHOLE, null, "he is right", null);

    private Purchase sold;
    private String key;

    @BeforeEach
    void sell() {
        sold = shop.sold();
        key = shop.key();
    }

    private Given give(Purchase purchase, Wish wish) {
        return shop.seller(ANNA, () -> returns.handover.give(key, purchase.transaction(), wish));
    }

    private RefundCase found(Given given) {
        return shop.acme(() -> cases.find(given.handed().taken().request())).orElseThrow();
    }

    private static RefundSize minor(long minor) {
        return new RefundSize(null, new Money(minor, "EUR"));
    }

    @Test
    @DisplayName("D9, TKT-22 Refund buyer is taken over: reference, request and when; no money moves")
    void taken() {
        Given given = give(sold, WHOLE);
        assertNull(given.standing());
        assertEquals("BOX-1", given.handed().taken().reference());
        assertEquals(
                shop.platform.clock().instant().plus(Duration.ofMinutes(5)),
                given.handed().taken().due());
        RefundCase opened = found(given);
        assertEquals(RefundCase.State.OPEN, opened.state());
        assertEquals(sold.price(), opened.amount());
        assertEquals("OTHER", opened.reason());
        assertEquals(TicketBox.MODULE, opened.keeper());
        assertEquals(PurchaseStatus.PROTESTED, shop.now(sold).status());
        assertEquals(1250, shop.book.moved());
        assertEquals(List.of(), shop.book.of(sold, "sales_refund", "id"));
    }

    @Test
    @DisplayName(
            "D9 the same key again is answered the same, after it was undone or granted too; of other content: 422")
    void sameKey() {
        Given given = give(sold, WHOLE);
        assertEquals(given, give(sold, WHOLE));
        refused("idempotency-key-reused", () -> give(sold, new Wish(minor(5), null, "x", null)));
        refused("idempotency-key-reused", () -> give(shop.sold(), WHOLE));
        shop.acme(() -> cases.end(given.handed().taken().request(), "a mistake", false));
        box.keepsNoMore();
        assertEquals(given, give(sold, WHOLE), "what was undone is not given back by a repeated command");
        assertEquals(1, box.taken.size());
        assertEquals(2500, shop.book.moved());
    }

    @Test
    @DisplayName("D9 a crash before it was noted: the same key again finds what was taken over")
    void crash() {
        returns.keepers.remove(box);
        TicketBox dying = new TicketBox(shop) {
            @Override
            public Taken take(String command, NewRefundCase wish) {
                super.take(command, wish);
                throw new FaultyGateway.Crash();
            }
        };
        returns.keepers.add(dying);
        assertThrows(FaultyGateway.Crash.class, () -> give(sold, WHOLE));
        returns.keepers.remove(dying);
        returns.keepers.add(box);
        Given given = give(sold, WHOLE);
        assertEquals(List.of(given.handed().taken().request()), shop.book.of(sold, "sales_refund_request", "id"));
    }

    @Test
    @DisplayName("D9 while the keeper's bundle is away: 503 to come again, never a direct refund")
    void away() {
        returns.keepers.remove(box);
        Problem problem = refused("module-unavailable", () -> give(sold, WHOLE));
        assertEquals(503, problem.kind().status());
        assertEquals(2, problem.members().get("retryAfter"));
        assertEquals(PurchaseStatus.APPROVED, shop.now(sold).status());
        assertEquals(1250, shop.book.moved());
        returns.keepers.add(box);
        assertEquals("BOX-1", give(sold, WHOLE).handed().taken().reference());
    }

    @Test
    @DisplayName("D9 without a keeper it is given back at once; a key that gave back before is not handed over later")
    void direct() {
        box.keepsNoMore();
        assertEquals(
                PurchaseStatus.REFUNDED, give(sold, WHOLE).standing().purchase().status());
        box.keeps();
        assertEquals(
                PurchaseStatus.REFUNDED, give(sold, WHOLE).standing().purchase().status());
        assertEquals(0, shop.book.moved());
    }

    @Test
    @DisplayName("D9 by REST: 202 with the reference, the request, and when it is given back")
    void rest() {
        RefundResource resource = new RefundResource(shop.refunds, returns.handover, null);
        var body = new RefundResource.NewRefund(true, "he is right", null, null, null, null);
        Response answer = shop.seller(ANNA, () -> resource.refund(key, sold.transaction(), body));
        assertEquals(202, answer.getStatus());
        var told = (RefundResource.HandedRefund) answer.getEntity();
        assertEquals("BOX-1", told.reference());
        assertEquals(TicketBox.MODULE, told.keeper());
        assertEquals(shop.book.of(sold, "sales_refund_request", "id"), List.of(told.request()));
        assertEquals(shop.platform.clock().instant().plus(TicketBox.WINDOW), told.due());
    }
}
