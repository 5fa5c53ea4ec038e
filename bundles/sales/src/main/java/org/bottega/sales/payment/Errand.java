package org.bottega.sales.payment;

import java.util.Optional;
import org.bottega.api.Problem;
import org.bottega.api.spi.PaymentGateway;
import org.bottega.api.spi.PaymentGateway.Charge;
import org.bottega.api.spi.PaymentGateway.Outcome;
import org.bottega.api.spi.SlipGateway;
import org.bottega.api.spi.SlipGateway.Slip;
import org.bottega.api.spi.VaultGateway;

/** Puts commands to a gateway. */
final class Errand {

    private final PaymentGateway gateway;

    Errand(PaymentGateway gateway) {
        this.gateway = gateway;
    }

    Answer run(Command command) {
        String key = command.key();
        return switch (command.step()) {
            case CHARGE ->
                Answer.of(
                        Step.CHARGE,
                        gateway.charge(new Charge(
                                key,
                                command.amount(),
                                command.means(),
                                command.purchase().transaction())));
            case PRINT -> print(command);
            case KEEP -> kept(Step.KEEP, vault(gateway).keep(key, command.means()));
            case KEPT -> kept(Step.KEPT, vault(gateway).kept(key));
            case RETRY -> new Answer(Step.RETRY, gateway.retry(key, command.attempt()), null, null, command.attempt());
            case CANCEL -> Answer.of(Step.CANCEL, gateway.cancel(key));
            default -> Answer.of(Step.ASK, gateway.chargeOutcome(key));
        };
    }

    private Answer print(Command command) {
        Slip slip = slips(gateway)
                .print(new SlipGateway.Order(
                        command.key(),
                        command.amount(),
                        command.endsAt(),
                        command.purchase().buyer().name(),
                        command.purchase().transaction()));
        return new Answer(Step.PRINT, Outcome.PRINTED, slip, null, 0);
    }

    private static Answer kept(Step step, Optional<String> token) {
        return new Answer(step, token.isPresent() ? Outcome.APPROVED : Outcome.BLOCKED, null, token.orElse(null), 0);
    }

    /** @throws Problem 400 {@code payment-type-unsupported} when it prints no slips */
    static SlipGateway slips(PaymentGateway gateway) {
        if (gateway instanceof SlipGateway slips) {
            return slips;
        }
        throw Problem.invalid("payment-type-unsupported", "payment.type", "the payment gateway prints no slips");
    }

    /** @throws Problem 400 {@code pre-order-unsupported} when it keeps no means of payment */
    static VaultGateway vault(PaymentGateway gateway) {
        if (gateway instanceof VaultGateway vault) {
            return vault;
        }
        throw Problem.invalid("pre-order-unsupported", "offer", "the payment gateway cannot keep cards for later");
    }
}
