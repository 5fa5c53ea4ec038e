package org.bottega.sales.refund;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bottega.api.Problem;
import org.bottega.sales.PaymentType;
import org.bottega.sales.Platform;
import org.bottega.sales.PurchaseLife;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.PaymentState;
import org.bottega.sales.store.PaymentRow;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Why a purchase cannot be given back now. All that holds is said, the weightiest first. */
@Component(service = Refusals.class)
public final class Refusals {

    private final Platform platform;
    private final SalesStore store;

    @Activate
    public Refusals(@Reference Platform platform, @Reference SalesStore store) {
        this.platform = platform;
        this.store = store;
    }

    /** The payment a purchase lives on, or null when it was paid elsewhere. */
    PaymentRow payment(PurchaseRow purchase) {
        return store.payments().of(purchase.id()).orElse(null);
    }

    /**
     * Where it was paid, its state (D28), its age (D7, D8, REF-11, REF-12), and what is on its way.
     *
     * @param next REFUNDED for giving back, PROTESTED for asking
     * @param side whose clause decides, or null when age was judged before (D25)
     */
    List<Problem> of(PurchaseRow purchase, PurchaseStatus next, Side side) {
        return of(purchase, next, side, platform.now());
    }

    /** The same, the age judged at this instant. */
    List<Problem> of(PurchaseRow purchase, PurchaseStatus next, Side side, Instant at) {
        List<Problem> all = new ArrayList<>();
        PaymentRow payment = payment(purchase);
        if (payment == null) {
            all.add(
                    purchase.paymentType() == PaymentType.FREE
                            ? Problem.conflict("nothing-was-paid", "a coupon took the whole price")
                            : Problem.conflict(
                                    "payment-not-ours",
                                    "it was paid elsewhere and can only be given back where it was paid"));
        }
        if (!PurchaseLife.allows(purchase.status(), next)) {
            all.add(PurchaseLife.forbidden(purchase.status(), next));
        }
        if (payment != null && payment.state() == PaymentState.DISPUTED) {
            all.add(Problem.conflict("payment-disputed", "the payment is contested at the bank, which decides first"));
        } else if (payment != null && payment.state() != PaymentState.PAID) {
            all.add(Problem.conflict("payment-not-settled", "the payment is " + payment.state())
                    .with("payment", payment.state().name()));
        }
        if (side != null) {
            tooOld(purchase, side, at, all);
        }
        if (store.refunds().isUnderWay(purchase.id())) {
            all.add(Problem.conflict("refund-in-progress", "a refund of this purchase is on its way"));
        }
        return all;
    }

    /** Throws the first, if any. */
    static void check(List<Problem> refusals) {
        if (!refusals.isEmpty()) {
            throw refusals.get(0);
        }
    }

    private static void tooOld(PurchaseRow purchase, Side side, Instant at, List<Problem> all) {
        Clause clause = Clause.of(purchase);
        Instant until = clause.until(side);
        if (!at.isBefore(until)) {
            all.add(Problem.conflict("refund-period-over", clause.words(side) + ": until " + until)
                    .with("policy", clause.policy().name())
                    .with("until", until.toString()));
        }
    }
}
