package org.bottega.sales.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bottega.api.spi.PaymentGateway.Outcome;
import org.bottega.api.spi.SlipGateway.Slip;
import org.bottega.sales.PaymentType;
import org.bottega.sales.Platform;
import org.bottega.sales.PurchaseLife;
import org.bottega.sales.api.PaymentUnpaid;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.store.PaymentPlan;
import org.bottega.sales.store.PaymentRow;
import org.bottega.sales.store.PurchaseRow;

/** A payment that takes its time. */
final class Waiting {

    private final Platform platform;
    private final PaymentLetters letters;
    private final Settling settling;

    Waiting(Platform platform, PaymentLetters letters, Settling settling) {
        this.platform = platform;
        this.letters = letters;
        this.settling = settling;
    }

    /** The gateway keeps the means of payment of a pre-order, or refused them. */
    void kept(Answer answer, PurchaseRow row, PaymentRow payment) {
        if (row.status() != PurchaseStatus.STARTED) {
            return;
        }
        if (answer.means() != null) {
            payment.plan().keep(answer.means());
            payment.become(PaymentState.SCHEDULED);
            move(row, PurchaseStatus.PRE_ORDER, "purchase.preorder", payment);
            letters.preorderTaken(row.purchase(), payment.plan().releaseAt());
        } else if (answer.step() == Step.KEEP) {
            settling.refuse(PurchaseStatus.BLOCKED, row, payment);
        } else {
            neverArrived(row, payment);
        }
    }

    /** The gateway has not decided. Of a slip: it was paid, the money is on its way, and its due date no longer counts. */
    void pending(PurchaseRow row, PaymentRow payment, PaymentPolicy policy) {
        if (!payment.isAwaited()) {
            return;
        }
        boolean moves = payment.state() == PaymentState.UNPAID || row.status() == PurchaseStatus.PRINTED_BILLET;
        if (moves) {
            payment.plan().extend(platform.now().plus(Duration.ofDays(policy.pendingGiveUpDays())));
        }
        payment.become(PaymentState.PENDING);
        if (row.status() == PurchaseStatus.PROCESSING_TRANSACTION || row.status() == PurchaseStatus.PRINTED_BILLET) {
            move(row, PurchaseStatus.WAITING_PAYMENT, "purchase.waiting", payment);
        }
    }

    /** The gateway examines it for fraud. */
    void review(PurchaseRow row, PaymentRow payment) {
        if (!payment.isAwaited()) {
            return;
        }
        payment.become(PaymentState.PENDING);
        if (row.status() == PurchaseStatus.PROCESSING_TRANSACTION) {
            move(row, PurchaseStatus.UNDER_ANALISYS, "purchase.review", payment);
        }
    }

    /** A slip is there to be paid. Until it is known, it is asked for again. */
    void printed(Slip slip, PurchaseRow row, PaymentRow payment) {
        if (payment.state() != PaymentState.INTENDED || slip == null) {
            return;
        }
        payment.plan().print(slip);
        payment.become(PaymentState.PENDING);
        move(row, PurchaseStatus.PRINTED_BILLET, "purchase.printed", payment);
        letters.slip(row.purchase(), slip, payment.plan().endsAt());
    }

    /** Not enough money: a refusal while the buyer is there; later, and where the gateway says so, it may still be collected. */
    void noFunds(Answer answer, PurchaseRow row, PaymentRow payment, PaymentPolicy policy) {
        boolean again = answer.outcome() == Outcome.UNPAID
                || payment.plan().means() != null
                || payment.state() == PaymentState.UNPAID;
        if (!payment.isAwaited()) {
            return;
        }
        if (again && PurchaseLife.allows(row.status(), PurchaseStatus.OVERDUE)
                || row.status() == PurchaseStatus.OVERDUE) {
            unpaid(row, payment, policy);
        } else {
            settling.refuse(PurchaseStatus.NO_FUNDS, row, payment);
        }
    }

    private void unpaid(PurchaseRow row, PaymentRow payment, PaymentPolicy policy) {
        PaymentPlan plan = payment.plan();
        boolean first = plan.unpaid(platform.now());
        payment.become(PaymentState.UNPAID);
        List<Integer> days = policy.unpaidRetryDays();
        if (plan.tries() >= days.size()) {
            settling.expire(row, payment);
        } else if (first) {
            row.become(PurchaseStatus.OVERDUE);
            Instant next = AskAgain.retry(plan, policy);
            Purchase p = row.purchase();
            platform.journal()
                    .tell(
                            "payment.unpaid",
                            new PaymentUnpaid(
                                    p.transaction(),
                                    p.seller(),
                                    p.product(),
                                    p.buyer().id(),
                                    payment.amount(),
                                    next),
                            Map.of("charge", payment.id(), "nextTry", next.toString()));
            letters.unpaid(p, next);
        }
    }

    /** An attempt to collect was answered; false when that attempt was counted before. */
    boolean retried(Answer answer, PaymentRow payment) {
        PaymentPlan plan = payment.plan();
        if (payment.state() != PaymentState.UNPAID || answer.attempt() != plan.tries() + 1) {
            return answer.outcome() == Outcome.APPROVED;
        }
        plan.tried(answer.attempt());
        platform.journal()
                .note(
                        "payment.retry",
                        payment.purchaseId(),
                        Map.of("charge", payment.id(), "attempt", plan.tries(), "outcome", answer.outcome()));
        return true;
    }

    /** The gateway was asked to make it void; false when it had decided, or cannot do that. */
    boolean cancelled(Outcome outcome, PurchaseRow row, PaymentRow payment) {
        boolean isVoid = outcome == Outcome.CANCELLED || outcome == Outcome.UNKNOWN;
        boolean undecided =
                switch (outcome) {
                    case PENDING -> row.status() != PurchaseStatus.PRINTED_BILLET;
                    case UNDER_REVIEW, PRINTED, UNPAID -> true;
                    case NO_FUNDS, BLOCKED -> row.status() == PurchaseStatus.PRINTED_BILLET;
                    default -> isVoid;
                };
        boolean wanted = payment.plan().isCancelWanted();
        if (!payment.isAwaited() || !undecided || wanted && !isVoid) {
            return false;
        }
        if (wanted) {
            settling.cancel(row, payment);
        } else {
            settling.expire(row, payment);
        }
        return true;
    }

    /** The gateway made it void by itself. */
    void voided(PurchaseRow row, PaymentRow payment) {
        if (payment.isAwaited()) {
            settling.cancel(row, payment);
        }
    }

    /** What needs the card cannot be made later without it: after a while the purchase is cancelled. */
    void neverArrived(PurchaseRow row, PaymentRow payment) {
        boolean early = platform.now().isBefore(payment.createdAt().plus(AskAgain.PATIENCE));
        boolean needsCard =
                row.paymentType() == PaymentType.CARD && payment.plan().means() == null;
        if (payment.state() == PaymentState.INTENDED && needsCard && !early) {
            settling.cancel(row, payment);
        }
    }

    private void move(PurchaseRow row, PurchaseStatus status, String action, PaymentRow payment) {
        row.become(status);
        platform.journal().note(action, row.id(), Map.of("charge", payment.id()));
    }
}
