package org.bottega.sales.payment;

import java.time.Instant;
import java.util.Map;
import org.bottega.sales.Approval;
import org.bottega.sales.Platform;
import org.bottega.sales.PurchaseLife;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseCancelled;
import org.bottega.sales.api.PurchaseExpired;
import org.bottega.sales.api.PurchaseRefused;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.store.PaymentRow;
import org.bottega.sales.store.PurchaseRow;

/** A payment is decided: the money came, was refused, or is no longer waited for. */
final class Settling {

    private final Platform platform;
    private final PaymentLetters letters;

    Settling(Platform platform, PaymentLetters letters) {
        this.platform = platform;
        this.letters = letters;
    }

    /** The money came; also after it had been given up: the money decides. */
    void approve(PurchaseRow row, PaymentRow payment) {
        boolean awaited = payment.isAwaited() || payment.state() == PaymentState.ABANDONED;
        if (!awaited || !PurchaseLife.allows(row.status(), PurchaseStatus.APPROVED)) {
            return;
        }
        Instant now = platform.now();
        boolean preorder = payment.plan().releaseAt() != null;
        if (preorder || row.status() != PurchaseStatus.PROCESSING_TRANSACTION) {
            row.terms().runFrom(now);
        }
        payment.settle(PaymentState.PAID, now);
        row.become(PurchaseStatus.APPROVED);
        Purchase p = row.purchase();
        platform.journal()
                .tell(
                        "purchase.approved",
                        Approval.of(p),
                        Map.of("price", p.price().toString(), "charge", payment.id()));
        if (preorder) {
            letters.preorderCharged(p);
        }
    }

    /** The gateway refused for good. */
    void refuse(PurchaseStatus status, PurchaseRow row, PaymentRow payment) {
        if (!payment.isAwaited() || !PurchaseLife.allows(row.status(), status)) {
            return;
        }
        payment.settle(PaymentState.REFUSED, platform.now());
        boolean buyerIsGone =
                row.status() != PurchaseStatus.PROCESSING_TRANSACTION && row.status() != PurchaseStatus.STARTED
                        || payment.plan().means() != null;
        row.become(status);
        Purchase p = row.purchase();
        platform.journal()
                .tell(
                        "purchase.refused",
                        new PurchaseRefused(
                                p.transaction(),
                                p.seller(),
                                p.product(),
                                p.buyer().id(),
                                status),
                        Map.of("status", status.name(), "charge", payment.id()));
        if (buyerIsGone) {
            letters.failed(p);
        }
    }

    /** It is no longer waited for: somebody gave it up, or it never reached the gateway. */
    void cancel(PurchaseRow row, PaymentRow payment) {
        payment.settle(PaymentState.ABANDONED, platform.now());
        row.become(PurchaseStatus.CANCELLED);
        Purchase p = row.purchase();
        platform.journal()
                .tell(
                        "purchase.cancelled",
                        new PurchaseCancelled(
                                p.transaction(),
                                p.seller(),
                                p.product(),
                                p.buyer().id()),
                        Map.of("charge", payment.id()));
    }

    /** The time to pay it is over. What never reached the gateway has nothing that could expire. */
    void expire(PurchaseRow row, PaymentRow payment) {
        if (!PurchaseLife.allows(row.status(), PurchaseStatus.EXPIRED)) {
            cancel(row, payment);
            return;
        }
        payment.settle(PaymentState.ABANDONED, platform.now());
        row.become(PurchaseStatus.EXPIRED);
        Purchase p = row.purchase();
        platform.journal()
                .tell(
                        "purchase.expired",
                        new PurchaseExpired(
                                p.transaction(),
                                p.seller(),
                                p.product(),
                                p.buyer().id()),
                        Map.of("charge", payment.id()));
        letters.failed(p);
    }
}
