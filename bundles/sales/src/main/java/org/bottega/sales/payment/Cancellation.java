package org.bottega.sales.payment;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bottega.api.Problem;
import org.bottega.sales.Check;
import org.bottega.sales.Platform;
import org.bottega.sales.PurchaseLife;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.store.PaymentRow;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Giving a purchase up before it is paid, in three steps: the gateway may be taking the money at this very moment. */
@Component(service = Cancellation.class)
public final class Cancellation {

    private static final int REASON_LENGTH = 500;

    private static final Set<PurchaseStatus> AT_THE_GATEWAY = EnumSet.of(
            PurchaseStatus.PRINTED_BILLET,
            PurchaseStatus.WAITING_PAYMENT,
            PurchaseStatus.UNDER_ANALISYS,
            PurchaseStatus.OVERDUE);

    private final Platform platform;
    private final SalesStore store;
    private final ChargeDesk charges;
    private final ChargeOutcome outcomes;

    @Activate
    public Cancellation(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference ChargeDesk charges,
            @Reference ChargeOutcome outcomes) {
        this.platform = platform;
        this.store = store;
        this.charges = charges;
        this.outcomes = outcomes;
    }

    private record Begun(Purchase purchase, Command command) {}

    /**
     * Cancels. What is cancelled already stays so, and nothing more is done.
     *
     * @param reason for the seller's records, or null
     * @return the purchase: CANCELLED, or as it was when the gateway gave no answer and is asked again later
     * @throws Problem 404 {@code purchase-not-found}; 409 {@code transition-forbidden} when it is paid, or refused, or being
     *     decided this moment; {@code payment-not-cancellable} when the gateway will not let go of it
     */
    public Purchase cancel(String transaction, String reason) {
        platform.refuseUnit();
        String why = Check.optional("reason", reason, REASON_LENGTH);
        Begun begun = platform.inUnit(() -> begin(transaction, why));
        if (begun.command() == null) {
            return begun.purchase();
        }
        Optional<Purchase> told = charges.make(begun.command());
        told.filter(now -> now.status() != PurchaseStatus.CANCELLED).ifPresent(now -> {
            throw Problem.conflict("payment-not-cancellable", "the payment gateway answers: " + now.status())
                    .with("status", now.status().name());
        });
        return told.orElse(begun.purchase());
    }

    private Begun begin(String transaction, String reason) {
        PurchaseRow row =
                store.purchases().lock(transaction).orElseThrow(() -> Problem.notFound("purchase", transaction));
        if (row.status() == PurchaseStatus.CANCELLED) {
            return new Begun(row.purchase(), null);
        }
        boolean possible = row.status() == PurchaseStatus.PRE_ORDER || AT_THE_GATEWAY.contains(row.status());
        if (!possible) {
            throw PurchaseLife.forbidden(row.status(), PurchaseStatus.CANCELLED);
        }
        PaymentRow payment = store.payments()
                .of(transaction)
                .flatMap(seen -> store.payments().lock(seen.id()))
                .orElseThrow();
        platform.journal().note("purchase.cancel", transaction, Map.of("reason", reason == null ? "" : reason));
        if (row.status() == PurchaseStatus.PRE_ORDER) {
            outcomes.cancel(row, payment);
            return new Begun(row.purchase(), null);
        }
        payment.plan().wantCancel(true);
        payment.askAgain(platform.now().plus(AskAgain.FIRST));
        Purchase purchase = row.purchase();
        return new Begun(purchase, Command.of(Step.CANCEL, payment, purchase, null));
    }
}
