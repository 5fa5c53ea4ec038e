package org.bottega.sales;

import static org.bottega.sales.Shop.refused;
import static org.bottega.sales.Till.DAY;
import static org.bottega.sales.Till.MINUTE;
import static org.bottega.sales.Till.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bottega.sales.FaultyGateway.Crash;
import org.bottega.sales.FaultyGateway.Fault;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.PaymentPolicy;
import org.bottega.sales.payment.PaymentState;
import org.bottega.sales.payment.SandboxTool.Choice;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Payments that are not collected because of a problem at the customer's bank (LOY-05, LOY-06), and how often they are tried. */
class UnpaidTest {

    private final Shop shop = Shop.shared();
    private final Till till = new Till(shop);

    @AfterEach
    void repair() {
        shop.gateway.lose(Fault.NONE);
    }

    /** Waits for the money, and hears a minute later that the bank does not let it through. */
    private Purchase unpaid(TestCard card) {
        Purchase sold = till.sell(card);
        assertEquals(PurchaseStatus.WAITING_PAYMENT, sold.status());
        till.advance(MINUTE);
        till.stands(sold, PurchaseStatus.OVERDUE, PaymentState.UNPAID);
        return sold;
    }

    @Test
    @DisplayName(
            "LOY-05 D11 OVERDUE: tried on days 1, 3, 5 and 7 after it was heard, then EXPIRED; told and mailed once")
    void retried() {
        Purchase sold = unpaid(TestCard.UNPAID);
        Instant heard = shop.platform.clock().instant();
        assertEquals(1, shop.mails("payment-unpaid", sold).size());
        assertEquals(1, till.audited("payment.unpaid", sold));
        long tries = 0;
        for (int day : List.of(1, 3, 5, 7)) {
            Instant at = heard.plus(Duration.ofDays(day));
            assertEquals(at, till.payment(sold).dueAt());
            till.advance(Duration.between(shop.platform.clock().instant(), at).minus(TICK));
            assertEquals(tries, till.audited("payment.retry", sold));
            till.stands(sold, PurchaseStatus.OVERDUE, PaymentState.UNPAID);
            till.advance(TICK);
            assertEquals(++tries, till.audited("payment.retry", sold));
        }
        till.stands(sold, PurchaseStatus.EXPIRED, PaymentState.ABANDONED);
        assertEquals(1, shop.mails("payment-failed", sold).size());
        till.advance(Duration.ofDays(30));
        assertEquals(4, till.audited("payment.retry", sold));
        assertEquals(1, till.audited("payment.unpaid", sold));
    }

    @Test
    @DisplayName("LOY-06 settled by the second attempt: APPROVED, PAID, told and granted like any other")
    void collected() {
        Purchase sold = unpaid(TestCard.UNPAID_THEN_PAID);
        till.advance(Duration.ofDays(3).minus(TICK));
        till.stands(sold, PurchaseStatus.OVERDUE, PaymentState.UNPAID);
        till.advance(TICK);
        till.stands(sold, PurchaseStatus.APPROVED, PaymentState.PAID);
        assertEquals(1, shop.mails("receipt", sold).size());
        assertEquals(List.of("GRANTED"), shop.book.of(sold, "sales_access", "state"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"BEFORE", "AFTER"})
    @DisplayName("dead while it is tried again: the same attempt is made once more, not another one; money moves once")
    void crash(Fault when) {
        Purchase sold = unpaid(TestCard.UNPAID_THEN_PAID);
        till.advance(Duration.ofDays(3).minus(TICK));
        shop.gateway.crash(when);
        assertThrows(Crash.class, () -> till.advance(TICK));
        shop.gateway.lose(Fault.NONE);
        till.stands(sold, PurchaseStatus.OVERDUE, PaymentState.UNPAID);
        till.advance(Duration.ofMinutes(10));
        till.stands(sold, PurchaseStatus.APPROVED, PaymentState.PAID);
        assertEquals(2, till.audited("payment.retry", sold));
        assertEquals(1, shop.mails("receipt", sold).size());
    }

    @ParameterizedTest
    @CsvSource({"PAID,APPROVED,PAID", "BLOCKED,BLOCKED,REFUSED", "CANCELLED,CANCELLED,ABANDONED"})
    @DisplayName("SAL-10 an OVERDUE purchase ends by what the gateway tells in the meantime; it is not tried again")
    void told(Choice choice, PurchaseStatus status, PaymentState state) {
        Purchase sold = unpaid(TestCard.UNPAID);
        till.choose(sold, choice);
        till.stands(sold, status, state);
        till.advance(Duration.ofDays(8));
        assertEquals(0, till.audited("payment.retry", sold));
    }

    @Test
    @DisplayName("an attempt that takes its time, and fails later, counts as one")
    void slowAttempt() {
        Purchase sold = unpaid(TestCard.UNPAID);
        till.choose(sold, Choice.IN_CLEARING);
        till.stands(sold, PurchaseStatus.OVERDUE, PaymentState.PENDING);
        till.choose(sold, Choice.UNPAID);
        till.stands(sold, PurchaseStatus.OVERDUE, PaymentState.UNPAID);
        till.advance(Duration.ofDays(7));
        till.stands(sold, PurchaseStatus.EXPIRED, PaymentState.ABANDONED);
        assertEquals(4, till.audited("payment.retry", sold));
    }

    @Test
    @DisplayName("policy sales.payments: other retry days, other days for a slip")
    void policy() {
        till.set(Map.of("unpaidRetryDays", List.of(2), "slipDays", 1));
        try {
            Purchase slip = till.slip();
            Purchase sold = unpaid(TestCard.UNPAID);
            till.advance(DAY.minus(MINUTE).minus(TICK));
            assertEquals(PurchaseStatus.PRINTED_BILLET, till.status(slip));
            till.advance(TICK);
            assertEquals(PurchaseStatus.EXPIRED, till.status(slip));
            till.advance(DAY.plus(MINUTE).minus(TICK));
            till.stands(sold, PurchaseStatus.OVERDUE, PaymentState.UNPAID);
            till.advance(TICK);
            till.stands(sold, PurchaseStatus.EXPIRED, PaymentState.ABANDONED);
        } finally {
            shop.acme(() -> shop.platform.core().policyDesk().reset("sales.payments", null, null));
        }
    }

    @Test
    @DisplayName("policy sales.payments refuses what makes no sense, on both sides of each limit")
    void limits() {
        List<Integer> days = List.of(1);
        new PaymentPolicy(1, days, 1, Set.of());
        new PaymentPolicy(30, List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 60), 90, Set.of("a@example.com"));
        for (int wrong : List.of(0, 31)) {
            refused("field-invalid", () -> new PaymentPolicy(wrong, days, 1, Set.of()));
        }
        for (int wrong : List.of(0, 91)) {
            refused("field-invalid", () -> new PaymentPolicy(1, days, wrong, Set.of()));
        }
        for (List<Integer> wrong : List.of(
                List.<Integer>of(),
                List.of(0),
                List.of(61),
                List.of(3, 1),
                List.of(2, 2),
                List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11))) {
            refused("field-invalid", () -> new PaymentPolicy(1, wrong, 1, Set.of()));
        }
        refused("email-invalid", () -> new PaymentPolicy(1, days, 1, Set.of("nobody")));
        new PaymentPolicy(1, days, 1, mails(10));
        refused("field-invalid", () -> new PaymentPolicy(1, days, 1, mails(11)));
    }

    private static Set<String> mails(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "staff" + i + "@example.com")
                .collect(Collectors.toSet());
    }
}
