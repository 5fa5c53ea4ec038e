package org.bottega.sales.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bottega.sales.store.PaymentPlan;
import org.bottega.sales.store.PaymentRow;

/** When a gateway is asked what became of a command. */
public final class AskAgain {

    /** How long after a command whose answer is not known the gateway is asked first. */
    public static final Duration FIRST = Duration.ofMinutes(1);

    /** A charge the gateway still knows nothing of after this time never reached it. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final Duration LONGEST = Duration.ofDays(1);

    /** Ages at which an approved charge is looked at for a chargeback; banks take money back for about four months. */
    private static final List<Duration> WATCH = List.of(
            Duration.ofMinutes(5),
            Duration.ofDays(1),
            Duration.ofDays(7),
            Duration.ofDays(30),
            Duration.ofDays(60),
            Duration.ofDays(120));

    private AskAgain() {}

    /** For a command that is not decided: the older it is, the rarer, from a minute to a day. */
    static Instant open(Instant commanded, Instant now) {
        Duration pause = Duration.ofMillis(Duration.between(commanded, now).toMillis() / 2);
        if (pause.compareTo(FIRST) < 0) {
            pause = FIRST;
        }
        return now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause);
    }

    /** When a payment is looked at next, or null: never. */
    static Instant next(PaymentRow payment, PaymentPolicy policy, Instant now) {
        PaymentPlan plan = payment.plan();
        Instant begun = payment.createdAt();
        if (plan.means() != null && plan.releaseAt().isBefore(now)) {
            begun = plan.releaseAt();
        }
        return switch (payment.state()) {
            case INTENDED, PENDING ->
                plan.isCancelWanted() ? now.plus(FIRST) : earlier(open(begun, now), plan.endsAt());
            case SCHEDULED -> plan.releaseAt();
            case UNPAID -> plan.isCancelWanted() ? now.plus(FIRST) : retry(plan, policy);
            case PAID -> approved(payment.settledAt(), now);
            case DISPUTED -> open(plan.disputedAt(), now);
            default -> null;
        };
    }

    /** When an unpaid one is tried again: so many days after it was first heard to be. */
    static Instant retry(PaymentPlan plan, PaymentPolicy policy) {
        List<Integer> days = policy.unpaidRetryDays();
        return plan.unpaidAt().plus(Duration.ofDays(days.get(Math.min(plan.tries(), days.size() - 1))));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** For an approved charge: the next look, or null when its time is over. */
    static Instant approved(Instant settled, Instant now) {
        return WATCH.stream()
                .map(settled::plus)
                .filter(now::isBefore)
                .findFirst()
                .orElse(null);
    }
}
