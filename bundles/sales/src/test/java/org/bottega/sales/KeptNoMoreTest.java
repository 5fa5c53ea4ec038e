package org.bottega.sales;

import static org.bottega.sales.Returns.ADA;
import static org.bottega.sales.Shop.ANNA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.refund.RefundReason;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequestPolicy;
import org.bottega.sales.refund.RefundRequestState;
import org.bottega.sales.refund.RefundRequests.Ask;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** D27: sales looks after refund requests itself again. */
class KeptNoMoreTest extends KeptStory {

    private static final Ask ASK = new Ask(RefundReason.NO_ACCESS, null);
    private static final Duration TICK = Duration.ofMillis(1);

    @BeforeEach
    void patience() {
        policy(Map.of("autoApprove", true, "answerDays", 2));
    }

    private void policy(Map<String, Object> values) {
        shop.acme(() -> shop.platform.core().policyDesk().set(RefundRequestPolicy.TYPE.id(), null, values, null));
    }

    private Instant due(Purchase sold) {
        return shop.book.instant(sold, "sales_refund_request", "due_at");
    }

    @Test
    @DisplayName("D27 kept no longer: open ones are as if opened then; reminded and approved by the policy of then")
    void takenBack() {
        Purchase sold = shop.sold();
        RefundRequest request = returns.asked(sold);
        shop.platform.advance(Duration.ofDays(30));
        policy(Map.of("autoApprove", true, "answerDays", 3));
        Instant back = shop.platform.clock().instant();
        box.keepsNoMore();
        assertNull(returns.now(request).keeper());
        shop.platform.advance(Duration.ZERO);
        RefundRequest ours = returns.now(request);
        assertEquals(back.plus(Duration.ofDays(3)), ours.answerBy());
        assertEquals(request.openedAt(), ours.openedAt());
        assertTrue(ours.autoApprove());
        assertEquals(back.plus(Duration.ofDays(2)), due(sold));
        shop.platform.advance(Duration.ofDays(2).minus(TICK));
        assertEquals(0, shop.mails("refund-reminder", sold).size());
        shop.platform.advance(TICK);
        assertEquals(1, shop.mails("refund-reminder", sold).size());
        shop.platform.advance(Duration.ofDays(1).minus(TICK));
        assertEquals(RefundRequestState.OPEN, returns.now(request).state());
        shop.platform.advance(TICK);
        assertEquals(RefundRequestState.APPROVED, returns.now(request).state());
    }

    @Test
    @DisplayName(
            "D27 kept no longer: it can be declined at once, and new ones are sales' own; what has ended stays as it was")
    void takenBackAtOnce() {
        RefundRequest ended = returns.asked(shop.sold());
        returns.buyer(ADA, () -> returns.answers.withdraw(ended.id()));
        RefundRequest request = returns.asked(shop.sold());
        Purchase granting = shop.sold();
        RefundRequest underWay = returns.asked(granting);
        shop.gateway.lose(FaultyGateway.Fault.BEFORE);
        returns.approve(shop.key(), underWay);
        shop.gateway.lose(FaultyGateway.Fault.NONE);
        box.keepsNoMore();
        box.keepsNoMore();
        assertEquals(RefundRequestState.DECLINED, returns.decline(request).state());
        assertEquals(TicketBox.MODULE, returns.now(ended).keeper());
        RefundRequest next = returns.asked(shop.sold());
        assertNull(next.keeper());
        assertTrue(next.autoApprove());
        shop.platform.advance(Duration.ofMinutes(1));
        assertEquals(RefundRequestState.APPROVED, returns.now(underWay).state());
        assertNull(due(granting));
    }

    @Test
    @DisplayName("D27 it is stored per tenant; what was open before is still answered in sales")
    void perTenant() {
        box.keepsNoMore();
        RefundRequest before = returns.asked(shop.sold());
        box.keeps();
        assertEquals(RefundRequestState.DECLINED, returns.decline(before).state());
        shop.bravo(() -> {
            Purchase sold = shop.sell(shop.offer(ANNA, 1250), TestCard.APPROVED);
            assertNull(returns.requests.open(sold.transaction(), ASK).keeper());
            return null;
        });
    }
}
