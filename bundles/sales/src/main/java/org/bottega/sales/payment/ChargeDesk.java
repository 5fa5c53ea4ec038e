package org.bottega.sales.payment;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Policies;
import org.bottega.api.spi.PaymentGateway;
import org.bottega.sales.NewPurchase;
import org.bottega.sales.PaymentType;
import org.bottega.sales.Platform;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.store.PaymentPlan;
import org.bottega.sales.store.PaymentRow;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Charges through gateways: writes the intent, makes the charge, asks what became of it. */
@Component(service = ChargeDesk.class)
public final class ChargeDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ChargeDesk.class);

    private final Platform platform;
    private final SalesStore store;
    private final Gateways gateways;
    private final ChargeOutcome outcomes;
    private final Policies policies;

    @Activate
    public ChargeDesk(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference Gateways gateways,
            @Reference ChargeOutcome outcomes,
            @Reference Policies policies) {
        this.platform = platform;
        this.store = store;
        this.gateways = gateways;
        this.outcomes = outcomes;
        this.policies = policies;
    }

    /** The gateway for a new purchase, or 503 {@code gateway-unavailable}. */
    public PaymentGateway forSale() {
        return gateways.forSale();
    }

    /**
     * Step 1, inside the unit of work that begins the purchase. If nothing follows, the gateway is asked a minute later.
     *
     * @param releaseAt of a pre-order: when it is to be charged; else null
     * @throws org.bottega.api.Problem 400 {@code payment-type-unsupported}, {@code pre-order-unsupported}
     */
    public PaymentRow intend(PurchaseRow purchase, PaymentGateway gateway, NewPurchase order, Instant releaseAt) {
        boolean slip = order.payment() == PaymentType.BILLET;
        if (slip) {
            Errand.slips(gateway);
        }
        if (releaseAt != null) {
            Errand.vault(gateway);
        }
        PaymentPolicy policy = policies.get(PaymentPolicy.TYPE);
        Instant begins = releaseAt == null ? purchase.purchasedAt() : releaseAt;
        Instant ends = begins.plus(Duration.ofDays(slip ? policy.slipDays() : policy.pendingGiveUpDays()));
        PaymentRow payment = new PaymentRow(
                platform.ids().next(), purchase, gateway.id(), order.lastFour(), new PaymentPlan(releaseAt, ends));
        payment.askAgain(purchase.purchasedAt().plus(AskAgain.FIRST));
        return store.payments().add(payment);
    }

    /** What is to be asked of the gateway while the buyer is there, or null when it was asked before. */
    public Command begin(PaymentRow payment, Purchase purchase, String card) {
        return payment.state() == PaymentState.INTENDED ? Command.next(payment, purchase, card, platform.now()) : null;
    }

    /**
     * Steps 2 and 3: puts the command and commits what became of it. Empty when the gateway gave no answer; then it is asked
     * by key, later.
     */
    public Optional<Purchase> make(Command command) {
        Answer answer;
        try {
            answer = new Errand(gateways.get(command.gateway())).run(command);
        } catch (RuntimeException noAnswer) {
            // its message is not logged: it may quote the means of payment
            LOG.warn("{}: no answer ({})", command, noAnswer.getClass().getName());
            return Optional.empty();
        }
        return Optional.of(outcomes.commit(command.key(), answer));
    }

    /** Does what is due for a payment: asks what became of it, tries again, gives it up, charges a released pre-order. */
    public void ask(String charge) {
        platform.refuseUnit();
        platform.inUnit(() -> store.payments()
                        .find(charge)
                        .filter(row -> row.isDue(platform.now()))
                        .map(row -> row.state() == PaymentState.SCHEDULED ? release(row) : command(row)))
                .ifPresent(this::run);
    }

    /** The gateway has told that something happened to a charge: asks what. Nothing that was not begun is begun. */
    public void hear(String charge) {
        platform.refuseUnit();
        platform.inUnit(() -> store.payments()
                        .find(charge)
                        .filter(row -> row.state() != PaymentState.SCHEDULED)
                        .map(row -> Command.of(Step.ASK, row, purchase(row).purchase(), null)))
                .ifPresent(this::run);
    }

    private void run(Command command) {
        outcomes.commit(command.key(), new Errand(gateways.get(command.gateway())).run(command));
    }

    private Command command(PaymentRow row) {
        return Command.next(row, purchase(row).purchase(), null, platform.now());
    }

    /** Step 1 of charging a pre-order: if nothing follows, the charge is made a minute later, under the same key. */
    private Command release(PaymentRow seen) {
        PurchaseRow purchase = store.purchases().lock(seen.purchaseId()).orElseThrow();
        PaymentRow row = store.payments().lock(seen.id()).orElseThrow();
        if (row.state() == PaymentState.SCHEDULED) {
            purchase.become(PurchaseStatus.PROCESSING_TRANSACTION);
            row.become(PaymentState.INTENDED);
            row.askAgain(platform.now().plus(AskAgain.FIRST));
            platform.journal().note("purchase.release", row.purchaseId(), Map.of("charge", row.id()));
        }
        return Command.next(row, purchase.purchase(), null, platform.now());
    }

    private PurchaseRow purchase(PaymentRow row) {
        return store.purchases().find(row.purchaseId()).orElseThrow();
    }
}
