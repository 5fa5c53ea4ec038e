package org.bottega.sales.payment;

import java.util.Optional;
import org.bottega.api.spi.PaymentGateway;
import org.bottega.api.spi.PaymentGateway.Charge;
import org.bottega.api.spi.PaymentGateway.Outcome;
import org.bottega.sales.Platform;
import org.bottega.sales.api.Purchase;
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

    @Activate
    public ChargeDesk(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference Gateways gateways,
            @Reference ChargeOutcome outcomes) {
        this.platform = platform;
        this.store = store;
        this.gateways = gateways;
        this.outcomes = outcomes;
    }

    /** The gateway for a new purchase, or 503 {@code gateway-unavailable}. */
    public PaymentGateway forSale() {
        return gateways.forSale();
    }

    /** Step 1, inside the unit of work that begins the purchase. If nothing follows, the gateway is asked a minute later. */
    public PaymentRow intend(PurchaseRow purchase, String gateway, String lastFour) {
        String id = platform.ids().next();
        return store.payments()
                .add(new PaymentRow(
                        id, purchase, gateway, lastFour, purchase.purchasedAt().plus(AskAgain.FIRST)));
    }

    /**
     * Steps 2 and 3: makes the charge and commits what became of it. Empty when the gateway gave no answer; then it is asked
     * by key, later.
     */
    public Optional<Purchase> make(String gateway, Charge charge) {
        Outcome outcome;
        try {
            outcome = gateways.get(gateway).charge(charge);
        } catch (RuntimeException noAnswer) {
            // its message is not logged: it may quote the means of payment
            LOG.warn(
                    "charge {} at {}: no answer ({})",
                    charge.key(),
                    gateway,
                    noAnswer.getClass().getName());
            return Optional.empty();
        }
        return Optional.of(outcomes.commit(charge.key(), outcome));
    }

    /** Asks what became of a charge, if that is due, and commits the answer. */
    public void ask(String charge) {
        platform.refuseUnit();
        Optional<String> gateway = platform.inUnit(() -> store.payments()
                .find(charge)
                .filter(row -> row.isDue(platform.now()))
                .map(PaymentRow::gateway));
        if (gateway.isPresent()) {
            outcomes.commit(charge, gateways.get(gateway.get()).chargeOutcome(charge));
        }
    }
}
