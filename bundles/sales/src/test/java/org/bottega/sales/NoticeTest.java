package org.bottega.sales;

import static org.bottega.sales.Shop.refused;
import static org.bottega.sales.Till.DAY;
import static org.bottega.sales.Till.TICK;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bottega.api.PageRequest;
import org.bottega.sales.FaultyGateway.Fault;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.PaymentState;
import org.bottega.sales.payment.SandboxGateway;
import org.bottega.sales.payment.SandboxNotices;
import org.bottega.sales.payment.SandboxTool;
import org.bottega.sales.payment.SandboxTool.Choice;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.payment.notice.Notices.Heard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What gateways tell by themselves: signed, taken once, applied by asking. */
class NoticeTest {

    private static final String ID = SandboxGateway.ID;

    private final Shop shop = Shop.shared();
    private final Till till = new Till(shop);

    @AfterEach
    void repair() {
        shop.gateway.lose(Fault.NONE);
    }

    private Heard heard(String notice) {
        return shop.acme(() -> shop.payments.notices.list(PageRequest.of(500, null))).items().stream()
                .filter(heard -> heard.notice().id().equals(notice))
                .findFirst()
                .orElseThrow();
    }

    private String line(String id, Purchase about) {
        return id + " CHARGE " + till.charge(about) + " WHATEVER\n";
    }

    @Test
    @DisplayName("a notice is applied once, however often it comes, also at once; the order of notices does not count")
    void once() throws Exception {
        Purchase sold = till.sell(TestCard.APPROVED);
        String id = "once-" + sold.transaction();
        var pool = Executors.newFixedThreadPool(6);
        try {
            Callable<Integer> send = () -> till.take(line(id, sold));
            int taken = 0;
            for (Future<Integer> sent : pool.invokeAll(Collections.nCopies(6, send))) {
                taken += sent.get();
            }
            assertEquals(1, taken);
        } finally {
            pool.shutdownNow();
        }
        assertEquals(2, till.take(line(id + "-b", sold) + line(id + "-c", sold)));
        till.settle();
        assertEquals("APPLIED", heard(id).state().name());
        till.stands(sold, PurchaseStatus.APPROVED, PaymentState.PAID);
        assertEquals(3, till.audited("payment.notice", sold));
        assertEquals(0, till.take(line(id, sold)));
    }

    @Test
    @DisplayName("an old notice that arrives late does no harm: what counts is what the gateway answers now")
    void outOfOrder() {
        Purchase sold = till.slip();
        shop.acme(() -> shop.payments.sandbox.choose(sold.transaction(), Choice.IN_CLEARING));
        shop.acme(() -> shop.payments.sandbox.choose(sold.transaction(), Choice.PAID));
        till.take(line("late-" + sold.transaction(), sold));
        till.settle();
        till.stands(sold, PurchaseStatus.APPROVED, PaymentState.PAID);
        assertEquals(1, shop.mails("receipt", sold).size());
    }

    @Test
    @DisplayName("a notice of what nobody knows is kept for a day, in case it came too early, then dropped")
    void unknown() {
        String id = "early-" + shop.key();
        till.take(id + " CHARGE nobody-knows PAID");
        till.settle();
        till.advance(DAY.minus(TICK));
        assertEquals("NEW", heard(id).state().name());
        till.advance(TICK);
        assertEquals("DROPPED", heard(id).state().name());
    }

    @Test
    @DisplayName("a slip is paid: the notice and the poll come at the same time, and the money is counted once")
    void withPoll() {
        Purchase sold = till.slip();
        till.advance(Duration.ofMinutes(1).minus(TICK));
        shop.acme(() -> shop.payments.sandbox.choose(sold.transaction(), Choice.PAID));
        till.advance(TICK);
        till.stands(sold, PurchaseStatus.APPROVED, PaymentState.PAID);
        assertEquals(1, till.audited("purchase.approved", sold));
        assertEquals(1, shop.mails("receipt", sold).size());
    }

    @Test
    @DisplayName("a notice about a refund makes it known before it is asked for")
    void refund() {
        Purchase sold = till.sell(TestCard.DELAYED);
        till.advance(Duration.ofMinutes(1));
        shop.acme(() -> shop.refunds.refund(shop.key(), sold.transaction(), "x"));
        assertEquals(PurchaseStatus.APPROVED, till.status(sold));
        shop.platform.clock().to(shop.platform.clock().instant().plus(Duration.ofMinutes(1)));
        String refund = shop.book.of(sold, "sales_refund", "id").get(0);
        till.take("refund-" + refund + " REFUND " + refund + " DONE");
        till.settle();
        assertEquals(PurchaseStatus.REFUNDED, till.status(sold));
        assertEquals("APPLIED", heard("refund-" + refund).state().name());
    }

    @Test
    @DisplayName(
            "what the sandbox sends is what it says: the same body and signature come through the door again, and are known")
    void sandbox() {
        Purchase sold = till.slip();
        SandboxTool.Sent sent = shop.acme(() -> shop.payments.sandbox.choose(sold.transaction(), Choice.PAID));
        byte[] body = sent.body().getBytes(StandardCharsets.UTF_8);
        assertEquals(
                0,
                shop.nobody(
                        () -> shop.payments.notices.take(ID, Map.of(SandboxNotices.HEADER, sent.signature()), body)));
        Purchase elsewhere = till.sell(TestCard.APPROVED);
        shop.book.importLike(elsewhere, "N-" + elsewhere.transaction());
        refused(
                "payment-not-sandbox",
                () -> shop.acme(() -> shop.payments.sandbox.choose(elsewhere.transaction(), Choice.PAID)));
        refused(
                "purchase-not-found",
                () -> shop.seller("bruno", () -> shop.payments.sandbox.choose(sold.transaction(), Choice.PAID)));
    }
}
