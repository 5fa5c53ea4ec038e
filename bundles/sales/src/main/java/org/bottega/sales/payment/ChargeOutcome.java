package org.bottega.sales.payment;

import org.bottega.api.Policies;
import org.bottega.api.spi.PaymentGateway.Outcome;
import org.bottega.sales.Platform;
import org.bottega.sales.api.Purchase;
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
    private final Policies policies;
    private final CouponUses coupons;
    private final Settling settling;
    private final Waiting waiting;
    private final Contest contest;

    @Activate
    public ChargeOutcome(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference Policies policies,
            @Reference PaymentLetters letters,
            @Reference CouponUses coupons) {
        this.platform = platform;
        this.store = store;
        this.policies = policies;
        this.coupons = coupons;
        settling = new Settling(platform, letters);
        waiting = new Waiting(platform, letters, settling);
        contest = new Contest(platform, letters, policies);
    }

    /** Commits an outcome of the charge that was asked for and returns the purchase as it is now. */
    public Purchase commit(String charge, Outcome outcome) {
        return commit(charge, Answer.of(Step.ASK, outcome));
    }

    /** Commits an answer about the charge and returns the purchase as it is now. */
    Purchase commit(String charge, Answer answer) {
        return platform.inUnit(() -> {
            String transaction = store.payments().find(charge).orElseThrow().purchaseId();
            PurchaseRow purchase = store.purchases().lock(transaction).orElseThrow();
            PaymentRow payment = store.payments().lock(charge).orElseThrow();
            PaymentPolicy policy = policies.get(PaymentPolicy.TYPE);
            apply(answer, purchase, payment, policy);
            payment.askAgain(AskAgain.next(payment, policy, platform.now()));
            coupons.follow(purchase);
            return purchase.purchase();
        });
    }

    /** Gives up what the gateway knows nothing of, in the open unit of work. */
    void cancel(PurchaseRow purchase, PaymentRow payment) {
        settling.cancel(purchase, payment);
        payment.askAgain(null);
        coupons.follow(purchase);
    }

    private void apply(Answer answer, PurchaseRow purchase, PaymentRow payment, PaymentPolicy policy) {
        switch (answer.step()) {
            case KEEP, KEPT -> waiting.kept(answer, purchase, payment);
            case CANCEL -> cancelled(answer, purchase, payment, policy);
            case RETRY -> {
                if (waiting.retried(answer, payment)) {
                    boolean unknown = answer.outcome() == Outcome.UNKNOWN;
                    told(unknown ? Answer.of(Step.RETRY, Outcome.UNPAID) : answer, purchase, payment, policy);
                }
            }
            default -> told(answer, purchase, payment, policy);
        }
    }

    private void cancelled(Answer answer, PurchaseRow purchase, PaymentRow payment, PaymentPolicy policy) {
        if (!waiting.cancelled(answer.outcome(), purchase, payment)) {
            payment.plan().wantCancel(false);
            told(answer, purchase, payment, policy);
        }
    }

    private void told(Answer answer, PurchaseRow purchase, PaymentRow payment, PaymentPolicy policy) {
        switch (answer.outcome()) {
            case APPROVED -> {
                contest.won(purchase, payment);
                settling.approve(purchase, payment);
            }
            case NO_FUNDS, UNPAID -> waiting.noFunds(answer, purchase, payment, policy);
            case BLOCKED -> settling.refuse(PurchaseStatus.BLOCKED, purchase, payment);
            case DISPUTED -> {
                settling.approve(purchase, payment);
                contest.disputed(purchase, payment);
            }
            case CHARGED_BACK -> {
                settling.approve(purchase, payment);
                contest.chargedBack(purchase, payment);
            }
            case PENDING -> waiting.pending(purchase, payment, policy);
            case UNDER_REVIEW -> waiting.review(purchase, payment);
            case PRINTED -> waiting.printed(answer.slip(), purchase, payment);
            case CANCELLED -> waiting.voided(purchase, payment);
            case UNKNOWN -> waiting.neverArrived(purchase, payment);
            default -> throw new IllegalArgumentException("outcome " + answer.outcome());
        }
    }
}
