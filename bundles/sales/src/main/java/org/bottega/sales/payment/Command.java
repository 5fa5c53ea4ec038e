package org.bottega.sales.payment;

import java.time.Instant;
import org.bottega.api.Money;
import org.bottega.sales.PaymentType;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.store.PaymentPlan;
import org.bottega.sales.store.PaymentRow;

/**
 * The next thing to ask a gateway for a payment, whose intent is committed.
 *
 * @param means card number or token, or null. Never written to a log
 */
public record Command(
        Step step,
        String gateway,
        String key,
        Money amount,
        String means,
        Purchase purchase,
        Instant endsAt,
        int attempt) {

    /** What comes next. {@code card} is a card number while the buyer is there, else null. */
    static Command next(PaymentRow payment, Purchase purchase, String card, Instant now) {
        PaymentPlan plan = payment.plan();
        return of(step(payment, purchase, card, now), payment, purchase, plan.means() == null ? card : plan.means());
    }

    /** This very step. */
    static Command of(Step step, PaymentRow payment, Purchase purchase, String means) {
        PaymentPlan plan = payment.plan();
        return new Command(
                step,
                payment.gateway(),
                payment.id(),
                payment.amount(),
                means,
                purchase,
                plan.endsAt(),
                plan.tries() + 1);
    }

    private static Step step(PaymentRow payment, Purchase purchase, String card, Instant now) {
        PaymentPlan plan = payment.plan();
        boolean over = plan.isCancelWanted() || !now.isBefore(plan.endsAt());
        return switch (payment.state()) {
            case INTENDED -> over ? Step.CANCEL : begin(plan, purchase, card);
            case PENDING -> over ? Step.CANCEL : Step.ASK;
            case UNPAID -> plan.isCancelWanted() ? Step.CANCEL : Step.RETRY;
            default -> Step.ASK;
        };
    }

    /** A command that arrived already does nothing more; what cannot be commanded again is asked for. */
    private static Step begin(PaymentPlan plan, Purchase purchase, String card) {
        if (purchase.paymentType().equals(PaymentType.BILLET.name())) {
            return Step.PRINT;
        }
        if (plan.releaseAt() != null && plan.means() == null) {
            return card == null ? Step.KEPT : Step.KEEP;
        }
        return card == null && plan.means() == null ? Step.ASK : Step.CHARGE;
    }

    @Override
    public String toString() {
        return step + " " + key + " at " + gateway;
    }
}
