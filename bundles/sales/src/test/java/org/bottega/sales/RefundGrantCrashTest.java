package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import org.bottega.api.spi.PaymentGateway.Outcome;
import org.bottega.sales.FaultyGateway.Crash;
import org.bottega.sales.FaultyGateway.Fault;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.api.RefundCase;
import org.bottega.sales.api.RefundCase.State;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Granting what another module keeps, when nodes die and gateways refuse. */
class RefundGrantCrashTest extends KeptStory {

    private Purchase sold;

    @BeforeEach
    void sell() {
        sold = shop.sold();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BEFORE", "AFTER"})
    @DisplayName("D18 a node that dies at the gateway: the part goes back once, by itself, and its request is granted")
    void crash(Fault when) {
        RefundCase request = opened(sold, euro(400));
        shop.gateway.crash(when);
        assertThrows(Crash.class, () -> grant("T-1", request));
        shop.gateway.lose(Fault.NONE);
        assertEquals(State.GRANTING, state(request));
        assertEquals(
                "PROCESSING",
                refused("refund-request-closed", () -> end(request, false))
                        .members()
                        .get("state"));
        shop.platform.advance(Duration.ofMinutes(1));
        assertEquals(State.GRANTED, state(request));
        assertEquals(PurchaseStatus.PARTIALLY_REFUNDED, shop.now(sold).status());
        assertEquals(State.GRANTED, grant("T-1", request).state());
        assertEquals(850, shop.book.moved());
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BEFORE", "AFTER"})
    @DisplayName("the same key after a crash finishes it, once, whoever calls")
    void crashAgain(Fault when) {
        RefundCase request = opened(sold, null);
        shop.gateway.crash(when);
        assertThrows(Crash.class, () -> grant("T-1", request));
        shop.gateway.lose(Fault.NONE);
        assertEquals(
                State.GRANTED,
                shop.seller(ANNA, () -> cases.grant("T-1", request.id(), null)).state());
        assertEquals(0, shop.book.moved());
        assertEquals(List.of("DONE"), shop.book.of(sold, "sales_refund", "state"));
    }

    @Test
    @DisplayName("the gateway refuses: open again, still kept, granted under another key")
    void refusedByGateway() {
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250));
        Purchase slow = shop.acme(() -> shop.sell(offer, TestCard.DELAYED));
        shop.platform.advance(Duration.ofMinutes(1));
        RefundCase request = opened(slow, euro(400));
        shop.gateway.lose(Fault.BEFORE);
        assertEquals(State.GRANTING, grant("T-1", request).state());
        shop.gateway.lose(Fault.NONE);
        String refund = shop.book.of(slow, "sales_refund", "id").get(0);
        shop.acme(() -> shop.returns.outcomes.commit(refund, Outcome.BLOCKED));
        assertEquals(State.OPEN, state(request));
        assertEquals(List.of(TicketBox.MODULE), shop.book.of(slow, "sales_refund_request", "keeper"));
        refused("refund-refused", () -> grant("T-1", request));
        grant("T-2", request);
        shop.platform.advance(Duration.ofMinutes(1));
        assertEquals(State.GRANTED, state(request));
        assertEquals(PurchaseStatus.PARTIALLY_REFUNDED, shop.now(slow).status());
    }

    @Test
    @DisplayName("money never moves inside a unit of work: granting is refused there")
    void unit() {
        RefundCase request = opened(sold, null);
        assertThrows(
                IllegalStateException.class,
                () -> shop.acme(() -> shop.platform.unitOfWork().call(() -> cases.grant("T-1", request.id(), null))));
        assertEquals(State.OPEN, state(request));
    }
}
