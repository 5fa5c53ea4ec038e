package org.bottega.sales;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.AskAgain;
import org.bottega.sales.payment.PaymentState;
import org.bottega.sales.payment.RefundDesk;
import org.bottega.sales.payment.RefundDesk.Command;
import org.bottega.sales.payment.RefundOutcome.Standing;
import org.bottega.sales.payment.RefundState;
import org.bottega.sales.store.AccessRow;
import org.bottega.sales.store.PaymentRow;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.RefundRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Giving money back, by the seller and at once (REF-01, REF-03), in three steps. */
@Component(service = Refunds.class)
public final class Refunds {

    private static final int REASON_LENGTH = 500;

    private final Platform platform;
    private final SalesStore store;
    private final RefundDesk desk;

    @Activate
    public Refunds(@Reference Platform platform, @Reference SalesStore store, @Reference RefundDesk desk) {
        this.platform = platform;
        this.store = store;
        this.desk = desk;
    }

    /**
     * What a refund would do.
     *
     * @param refusal why it would be refused, or null
     * @param amount what would be given back: all that is left of the price
     * @param lost ids of the products the buyer could no longer reach
     */
    public record Preview(Problem refusal, Money amount, List<String> lost) {}

    /** A refund whose intent is committed, or that was decided before. */
    private record Begun(Purchase purchase, RefundState state, Command command) {}

    /** @throws Problem 404 {@code purchase-not-found} */
    public Preview preview(String transaction) {
        return platform.inUnit(() -> {
            PurchaseRow purchase =
                    store.purchases().find(transaction).orElseThrow(() -> Problem.notFound("purchase", transaction));
            List<String> lost = store.accesses().of(transaction).stream()
                    .filter(AccessRow::isGranted)
                    .map(AccessRow::productId)
                    .toList();
            return new Preview(refusal(purchase, payment(purchase)).orElse(null), purchase.left(), lost);
        });
    }

    /** As {@link org.bottega.sales.api.Purchases#refund} says. */
    public Purchase refund(String key, String transaction, String reason) {
        platform.refuseUnit();
        String request = RequestKey.of(platform.caller(), key);
        String why = Check.text("reason", reason, REASON_LENGTH);
        Begun begun = platform.inUnit(() -> begin(request, transaction, why));
        Standing now = new Standing(begun.purchase(), begun.state());
        if (begun.state() == RefundState.INTENDED) {
            now = desk.make(begun.command()).orElse(now);
        }
        if (now.state() == RefundState.REFUSED) {
            throw Problem.conflict("refund-refused", "the payment gateway refused to give the money back");
        }
        return now.purchase();
    }

    private Begun begin(String request, String transaction, String reason) {
        PurchaseRow purchase =
                store.purchases().lock(transaction).orElseThrow(() -> Problem.notFound("purchase", transaction));
        PaymentRow payment = payment(purchase);
        Optional<RefundRow> before = store.refunds().byRequest(request);
        if (before.isPresent()) {
            if (!before.get().purchaseId().equals(transaction)) {
                throw RequestKey.reused();
            }
            return new Begun(purchase.purchase(), before.get().state(), Command.of(payment, before.get()));
        }
        refusal(purchase, payment).ifPresent(refusal -> {
            throw refusal;
        });
        desk.expect(payment.gateway());
        RefundRow.Asked asked = new RefundRow.Asked(platform.ids().next(), request, reason, platform.now());
        RefundRow row =
                new RefundRow(payment, purchase.left(), asked, asked.at().plus(AskAgain.FIRST));
        store.refunds().add(row);
        platform.journal()
                .note(
                        "purchase.refund",
                        transaction,
                        Map.of("refund", row.id(), "amount", row.amount().toString(), "reason", reason));
        return new Begun(purchase.purchase(), row.state(), Command.of(payment, row));
    }

    /** The payment it lives on, or null when it was paid elsewhere. */
    private PaymentRow payment(PurchaseRow purchase) {
        return store.payments().of(purchase.id()).orElse(null);
    }

    /** Why it cannot be given back now: state (D28), then period (D8, REF-07, REF-12), then what is on its way. */
    private Optional<Problem> refusal(PurchaseRow purchase, PaymentRow payment) {
        if (payment == null) {
            return Optional.of(Problem.conflict(
                    "payment-not-ours", "it was paid elsewhere and can only be given back where it was paid"));
        }
        if (!PurchaseLife.allows(purchase.status(), PurchaseStatus.REFUNDED)) {
            return Optional.of(PurchaseLife.forbidden(purchase.status(), PurchaseStatus.REFUNDED));
        }
        if (payment.state() != PaymentState.APPROVED) {
            return Optional.of(Problem.conflict("payment-not-settled", "the payment is " + payment.state())
                    .with("payment", payment.state().name()));
        }
        var until = purchase.terms().sellerEnds(purchase.purchasedAt());
        if (!platform.now().isBefore(until)) {
            return Optional.of(Problem.conflict(
                            "refund-period-over",
                            "a seller may give back " + purchase.terms().sellerClause() + ": until " + until)
                    .with("policy", purchase.terms().policy().name())
                    .with("until", until.toString()));
        }
        return store.refunds().isUnderWay(purchase.id())
                ? Optional.of(Problem.conflict("refund-in-progress", "a refund of this purchase is on its way"))
                : Optional.empty();
    }
}
