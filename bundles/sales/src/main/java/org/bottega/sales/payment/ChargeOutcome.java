package org.bottega.sales.payment;

import java.time.Instant;
import java.util.Map;
import org.bottega.api.spi.PaymentGateway.Outcome;
import org.bottega.sales.Approval;
import org.bottega.sales.Platform;
import org.bottega.sales.PurchaseLife;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseCancelled;
import org.bottega.sales.api.PurchaseChargedBack;
import org.bottega.sales.api.PurchaseRefused;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.coupon.CouponUses;
import org.bottega.sales.store.PaymentRow;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The third step of a charge: what the gateway said is committed. Hearing the same twice changes nothing more. */
@Component(service = ChargeOutcome.class)
public final class ChargeOutcome {

    private final Platform platform;
    private final SalesStore store;
    private final CouponUses coupons;

    @Activate
    public ChargeOutcome(@Reference Platform platform, @Reference SalesStore store, @Reference CouponUses coupons) {
        this.platform = platform;
        this.store = store;
        this.coupons = coupons;
    }

    /** Commits an outcome of the charge and returns the purchase as it is now. */
    public Purchase commit(String charge, Outcome outcome) {
        return platform.inUnit(() -> {
            String transaction = store.payments().find(charge).orElseThrow().purchaseId();
            PurchaseRow purchase = store.purchases().lock(transaction).orElseThrow();
            PaymentRow payment = store.payments().lock(charge).orElseThrow();
            apply(outcome, purchase, payment);
            payment.askAgain(next(payment));
            coupons.follow(purchase);
            return purchase.purchase();
        });
    }

    /** When the gateway is to be asked again: while it is undecided, and then for chargebacks. */
    private Instant next(PaymentRow payment) {
        Instant now = platform.now();
        if (payment.isOpen()) {
            return AskAgain.open(payment.createdAt(), now);
        }
        return payment.state() == PaymentState.APPROVED ? AskAgain.approved(payment.settledAt(), now) : null;
    }

    private void apply(Outcome outcome, PurchaseRow purchase, PaymentRow payment) {
        switch (outcome) {
            case APPROVED -> approve(purchase, payment);
            case NO_FUNDS -> refuse(PurchaseStatus.NO_FUNDS, purchase, payment);
            case BLOCKED -> refuse(PurchaseStatus.BLOCKED, purchase, payment);
            case CHARGED_BACK -> chargeBack(purchase, payment);
            case PENDING -> wait(purchase, payment);
            case UNKNOWN -> giveUp(purchase, payment);
            default -> throw new IllegalArgumentException("outcome " + outcome);
        }
    }

    private void approve(PurchaseRow row, PaymentRow payment) {
        if (!awaits(payment)) {
            return;
        }
        payment.settle(PaymentState.APPROVED, platform.now());
        row.become(PurchaseStatus.APPROVED);
        Purchase p = row.purchase();
        platform.journal()
                .tell(
                        "purchase.approved",
                        Approval.of(p),
                        Map.of("price", p.price().toString(), "charge", payment.id()));
    }

    private void refuse(PurchaseStatus status, PurchaseRow row, PaymentRow payment) {
        if (!awaits(payment)) {
            return;
        }
        payment.settle(PaymentState.REFUSED, platform.now());
        if (!PurchaseLife.allows(row.status(), status)) {
            return;
        }
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
    }

    private void chargeBack(PurchaseRow row, PaymentRow payment) {
        approve(row, payment);
        if (payment.state() == PaymentState.CHARGED_BACK) {
            return;
        }
        payment.settle(PaymentState.CHARGED_BACK, platform.now());
        if (!PurchaseLife.allows(row.status(), PurchaseStatus.CHARGEBACK)) {
            return;
        }
        row.become(PurchaseStatus.CHARGEBACK);
        Purchase p = row.purchase();
        platform.journal()
                .tell(
                        "purchase.chargedback",
                        new PurchaseChargedBack(
                                p.transaction(),
                                p.seller(),
                                p.product(),
                                p.buyer().id(),
                                payment.amount()),
                        Map.of("amount", payment.amount().toString(), "charge", payment.id()));
    }

    private void wait(PurchaseRow row, PaymentRow payment) {
        if (!awaits(payment)) {
            return;
        }
        payment.pending();
        if (row.status() == PurchaseStatus.PROCESSING_TRANSACTION) {
            row.become(PurchaseStatus.WAITING_PAYMENT);
            platform.journal().note("purchase.waiting", row.id(), Map.of("charge", payment.id()));
        }
    }

    /** The charge never arrived and cannot be made now, without the card: after a while the purchase is cancelled. */
    private void giveUp(PurchaseRow row, PaymentRow payment) {
        boolean early = platform.now().isBefore(payment.createdAt().plus(AskAgain.PATIENCE));
        if (payment.state() != PaymentState.INTENDED || early) {
            return;
        }
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

    private static boolean awaits(PaymentRow payment) {
        return payment.isOpen() || payment.state() == PaymentState.ABANDONED;
    }
}
