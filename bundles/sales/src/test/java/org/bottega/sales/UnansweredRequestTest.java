package org.bottega.sales;

import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.bottega.api.PageRequest;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequestFilter;
import org.bottega.sales.refund.RefundRequestFilter.Sort;
import org.bottega.sales.refund.RefundRequestPolicy;
import org.bottega.sales.refund.RefundRequestState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Sellers who do not answer; and the list of what waits for them. */
class UnansweredRequestTest {

    private static final Duration TICK = Duration.ofMillis(1);

    private final Shop shop = new Shop(TestDatabase.Kind.usual());
    private final Returns returns = shop.returns;

    @AfterEach
    void close() {
        shop.close();
    }

    private void policy(Map<String, Object> values) {
        shop.acme(() -> shop.platform.core().policyDesk().set(RefundRequestPolicy.TYPE.id(), null, values, null));
    }

    private RefundRequestState state(RefundRequest request) {
        return returns.now(request).state();
    }

    @Test
    @DisplayName("by default nothing is approved by itself; the seller is reminded a day before the fifth is over")
    void reminded() {
        Purchase sold = shop.sold();
        RefundRequest asked = returns.asked(sold);
        assertEquals(asked.openedAt().plus(Duration.ofDays(5)), asked.answerBy());
        shop.platform.advance(Duration.ofDays(4).minus(TICK));
        assertEquals(0, shop.mails("refund-reminder", sold).size());
        shop.platform.advance(TICK);
        assertEquals(1, shop.mails("refund-reminder", sold).size());
        shop.platform.advance(Duration.ofDays(20));
        assertEquals(1, shop.mails("refund-reminder", sold).size());
        assertEquals(RefundRequestState.OPEN, state(asked));
    }

    @Test
    @DisplayName("where the policy says so it is approved at the end of the days, to the millisecond")
    void approvedByItself() {
        policy(Map.of("autoApprove", true, "answerDays", 2, "moneyHelp", "https://acme.example/when"));
        Purchase sold = shop.sold();
        RefundRequest asked = returns.asked(sold);
        assertTrue(shop.mails("refund-asked", sold).get(0).text().contains("Without an answer it is approved then"));
        policy(Map.of("autoApprove", false));
        shop.platform.advance(Duration.ofDays(2).minus(TICK));
        assertEquals(RefundRequestState.OPEN, state(asked));
        assertEquals(1, shop.mails("refund-reminder", sold).size());
        shop.platform.advance(TICK);
        assertEquals(RefundRequestState.APPROVED, state(asked));
        assertEquals(PurchaseStatus.REFUNDED, shop.now(sold).status());
        assertEquals(0, shop.book.moved());
        String mail = shop.mails("refund-buyer", sold).get(0).text();
        assertTrue(mail.contains("When does the money arrive? https://acme.example/when"), mail);
    }

    @Test
    @DisplayName("within one day there is no reminder; an answer ends the waiting")
    void oneDay() {
        policy(Map.of("autoApprove", true, "answerDays", 1));
        Purchase sold = shop.sold();
        Purchase other = shop.sold();
        RefundRequest asked = returns.asked(sold);
        RefundRequest declined = returns.asked(other);
        returns.decline(declined);
        shop.platform.advance(Duration.ofDays(1));
        assertEquals(0, shop.mails("refund-reminder", sold).size());
        assertEquals(RefundRequestState.APPROVED, state(asked));
        assertEquals(RefundRequestState.DECLINED, state(declined));
        assertEquals(1250, shop.book.moved());
    }

    @Test
    @DisplayName("a gateway that is away is tried again; what cannot be approved is left to people")
    void cannot() {
        policy(Map.of("autoApprove", true, "answerDays", 1));
        Purchase sold = shop.sold();
        RefundRequest asked = returns.asked(sold);
        shop.book.force(sold, "BLOCKED");
        shop.platform.advance(Duration.ofDays(2));
        assertEquals(RefundRequestState.OPEN, state(asked));
        assertEquals(1250, shop.book.moved());
        shop.book.force(sold, "PROTESTED");
        assertEquals(
                RefundRequestState.APPROVED, returns.approve(shop.key(), asked).state());
    }

    @Test
    @DisplayName("the policy: 1 to 30 days, help of at most 500 characters")
    void limits() {
        refused("answer-days-out-of-range", () -> new RefundRequestPolicy(0, false, ""));
        refused("answer-days-out-of-range", () -> new RefundRequestPolicy(31, false, ""));
        refused("too-long", () -> new RefundRequestPolicy(5, false, "x".repeat(501)));
        assertEquals(30, new RefundRequestPolicy(30, false, "x".repeat(500)).answerDays());
        assertEquals("", new RefundRequestPolicy(1, false, null).moneyHelp());
    }

    private int count(RefundRequestFilter filter) {
        return shop.acme(() -> returns.requests.list(filter, Sort.NEWEST, PageRequest.of(null, null)))
                .items()
                .size();
    }

    private static RefundRequestFilter filter(RefundRequestState state, String seller, String product, String email) {
        Set<RefundRequestState> states = state == null ? Set.of() : Set.of(state);
        return new RefundRequestFilter(states, seller, product, email, null, null, null, null);
    }

    @Test
    @DisplayName(
            "REF-04 the list: by state, seller, product, buyer, transaction, period and end; newest or soonest first")
    void list() {
        Purchase one = shop.sold();
        RefundRequest first = returns.asked(one);
        shop.platform.advance(Duration.ofHours(1));
        policy(Map.of("answerDays", 1));
        RefundRequest second = returns.asked(shop.sold());
        returns.decline(first);
        assertEquals(2, count(filter(null, null, null, null)));
        assertEquals(1, count(filter(RefundRequestState.DECLINED, null, null, null)));
        assertEquals(2, count(filter(null, "anna", null, "ADA@example.com")));
        assertEquals(0, count(filter(null, "bruno", null, null)));
        assertEquals(1, count(filter(null, null, one.product(), null)));
        assertEquals(0, count(filter(null, null, null, "eve@example.com")));
        var at = second.openedAt();
        assertEquals(1, count(new RefundRequestFilter(Set.of(), null, null, null, null, at, null, null)));
        assertEquals(1, count(new RefundRequestFilter(Set.of(), null, null, null, null, null, at, null)));
        var end = second.answerBy();
        assertEquals(0, count(new RefundRequestFilter(Set.of(), null, null, null, null, null, null, end)));
        assertEquals(1, count(new RefundRequestFilter(Set.of(), null, null, null, null, null, null, end.plus(TICK))));
        var own = new RefundRequestFilter(Set.of(), null, null, null, one.transaction(), null, null, null);
        assertEquals(1, count(own));
        refused("period-empty", () -> new RefundRequestFilter(Set.of(), null, null, null, null, at, at, null));

        for (Sort sort : Sort.values()) {
            var all = filter(null, null, null, null);
            var page = shop.acme(() -> returns.requests.list(all, sort, new PageRequest(1, null)));
            assertEquals(second.id(), page.items().get(0).id());
            var rest = shop.acme(() -> returns.requests.list(all, sort, new PageRequest(1, page.next())));
            assertEquals(first.id(), rest.items().get(0).id());
        }
    }
}
