package org.bottega.sales.payment;

import java.time.Instant;
import java.util.Map;
import org.bottega.api.spi.PaymentGateway.Outcome;
import org.bottega.sales.Platform;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseRefunded;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.api.RefundRefused;
import org.bottega.sales.refund.RequestEnds;
import org.bottega.sales.store.PaymentRow;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.RefundRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The third step of a refund: what the gateway said is committed. Hearing the same twice changes nothing more. */
@Component(service = RefundOutcome.class)
public final class RefundOutcome {

    private final Platform platform;
    private final SalesStore store;
    private final RequestEnds ends;

    @Activate
    public RefundOutcome(@Reference Platform platform, @Reference SalesStore store, @Reference RequestEnds ends) {
        this.platform = platform;
        this.store = store;
        this.ends = ends;
    }

    /** How a refund and its purchase stand. */
    public record Standing(Purchase purchase, RefundState state) {}

    /** Commits an outcome of the refund. */
    public Standing commit(String refund, Outcome outcome) {
        return platform.inUnit(() -> {
            String transaction = store.refunds().find(refund).orElseThrow().purchaseId();
            PurchaseRow purchase = store.purchases().lock(transaction).orElseThrow();
            RefundRow row = store.refunds().lock(refund).orElseThrow();
            if (row.isOpen()) {
                apply(outcome, purchase, row);
            }
            return new Standing(purchase.purchase(), row.state());
        });
    }

    private void apply(Outcome outcome, PurchaseRow purchase, RefundRow row) {
        Instant now = platform.now();
        switch (outcome) {
            case APPROVED -> done(purchase, row, now);
            case PENDING -> row.pending(AskAgain.open(row.createdAt(), now));
            default -> refused(outcome, purchase, row, now);
        }
    }

    private void refused(Outcome outcome, PurchaseRow purchase, RefundRow row, Instant now) {
        row.settle(RefundState.REFUSED, now);
        ends.refused(
                purchase, store.payments().find(row.paymentId()).orElseThrow().isContested());
        Purchase p = purchase.purchase();
        platform.journal()
                .tell(
                        "purchase.refund.refused",
                        new RefundRefused(
                                p.transaction(),
                                p.seller(),
                                p.product(),
                                p.buyer().id(),
                                row.id(),
                                row.amount()),
                        Map.of("refund", row.id(), "outcome", outcome));
    }

    private void done(PurchaseRow purchase, RefundRow row, Instant now) {
        row.settle(RefundState.DONE, now);
        purchase.giveBack(row.amount().minor());
        boolean whole = purchase.left().minor() == 0;
        if (whole) {
            PaymentRow payment = store.payments().lock(row.paymentId()).orElseThrow();
            if (payment.state() == PaymentState.PAID) {
                payment.settle(PaymentState.REFUNDED, now);
                payment.askAgain(null);
            }
            ends.refunded(purchase);
        } else {
            ends.granted(purchase, row.refundRequest());
        }
        Purchase p = purchase.purchase();
        platform.journal()
                .tell(
                        "purchase.refunded",
                        new PurchaseRefunded(
                                p.transaction(),
                                p.seller(),
                                p.product(),
                                p.buyer().id(),
                                row.id(),
                                row.amount(),
                                p.status() == PurchaseStatus.REFUNDED,
                                row.reason()),
                        Map.of("amount", row.amount().toString(), "refund", row.id(), "reason", row.reason()));
    }
}
