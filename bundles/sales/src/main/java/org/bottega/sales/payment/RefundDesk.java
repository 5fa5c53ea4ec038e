package org.bottega.sales.payment;

import java.util.Optional;
import org.bottega.api.spi.PaymentGateway;
import org.bottega.api.spi.PaymentGateway.Outcome;
import org.bottega.api.spi.PaymentGateway.Refund;
import org.bottega.sales.Platform;
import org.bottega.sales.payment.RefundOutcome.Standing;
import org.bottega.sales.store.PaymentRow;
import org.bottega.sales.store.RefundRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refunds through gateways: makes the refund, asks what became of it. */
@Component(service = RefundDesk.class)
public final class RefundDesk {

    private static final Logger LOG = LoggerFactory.getLogger(RefundDesk.class);

    private final Platform platform;
    private final SalesStore store;
    private final Gateways gateways;
    private final RefundOutcome outcomes;

    @Activate
    public RefundDesk(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference Gateways gateways,
            @Reference RefundOutcome outcomes) {
        this.platform = platform;
        this.store = store;
        this.gateways = gateways;
        this.outcomes = outcomes;
    }

    /** A refund whose intent is committed. */
    public record Command(String gateway, Refund refund) {
        public static Command of(PaymentRow payment, RefundRow row) {
            return new Command(payment.gateway(), new Refund(row.id(), payment.id(), row.amount()));
        }
    }

    /** Refuses when the gateway is away: 503 {@code gateway-unavailable}. */
    public void expect(String gateway) {
        gateways.get(gateway);
    }

    /**
     * Steps 2 and 3: makes the refund and commits what became of it. Empty when the gateway gave no answer; then it is asked
     * by key, later.
     */
    public Optional<Standing> make(Command command) {
        Outcome outcome;
        try {
            outcome = gateways.get(command.gateway()).refund(command.refund());
        } catch (RuntimeException noAnswer) {
            LOG.warn("refund {} at {}: no answer", command.refund().key(), command.gateway(), noAnswer);
            return Optional.empty();
        }
        return Optional.of(outcomes.commit(command.refund().key(), outcome));
    }

    /**
     * Asks what became of a refund, if that is due, and commits the answer. A refund that never arrived is made now: it was
     * confirmed, and its key keeps it from happening twice. Once the bank has the case it is not made any more: the money
     * would go back twice (D11).
     */
    public void ask(String refund) {
        platform.refuseUnit();
        platform.inUnit(() -> store.refunds()
                        .find(refund)
                        .filter(row -> row.isDue(platform.now()))
                        .map(this::due))
                .ifPresent(due -> outcomes.commit(refund, outcome(due)));
    }

    /** A refund whose outcome is to be asked for, and what is done when it never arrived. */
    private record Due(Command command, boolean contested, boolean early) {}

    private Due due(RefundRow row) {
        PaymentRow payment = store.payments().find(row.paymentId()).orElseThrow();
        boolean early = platform.now().isBefore(row.createdAt().plus(AskAgain.PATIENCE));
        return new Due(Command.of(payment, row), payment.isContested(), early);
    }

    private Outcome outcome(Due due) {
        PaymentGateway gateway = gateways.get(due.command().gateway());
        Outcome known = gateway.refundOutcome(due.command().refund().key());
        if (known != Outcome.UNKNOWN) {
            return known;
        }
        if (due.contested()) {
            return due.early() ? Outcome.PENDING : Outcome.CANCELLED;
        }
        return gateway.refund(due.command().refund());
    }

    /** The gateway has told that something happened to a refund: asks what. */
    public void hear(String refund) {
        platform.refuseUnit();
        Optional<String> gateway = platform.inUnit(() -> store.refunds()
                .find(refund)
                .flatMap(row -> store.payments().find(row.paymentId()))
                .map(PaymentRow::gateway));
        if (gateway.isPresent()) {
            Outcome outcome = gateways.get(gateway.get()).refundOutcome(refund);
            if (outcome != Outcome.UNKNOWN) {
                outcomes.commit(refund, outcome);
            }
        }
    }
}
