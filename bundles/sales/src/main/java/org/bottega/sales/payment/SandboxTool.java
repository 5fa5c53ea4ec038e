package org.bottega.sales.payment;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.bottega.api.Problem;
import org.bottega.api.spi.NotifyingGateway.About;
import org.bottega.api.spi.NotifyingGateway.Notice;
import org.bottega.api.spi.PaymentGateway.Outcome;
import org.bottega.sales.Platform;
import org.bottega.sales.payment.notice.NoticeKeys;
import org.bottega.sales.payment.notice.Notices;
import org.bottega.sales.store.PaymentRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lets whoever tries things out choose what becomes of a payment: the sandbox gateway pretends it, and tells by itself. */
@Component(service = SandboxTool.class)
public final class SandboxTool {

    /** What can be chosen. */
    public enum Choice {
        /** The money came. */
        PAID(Outcome.APPROVED),
        /** Taken, not decided; of a slip: paid, and the money is on its way. */
        IN_CLEARING(Outcome.PENDING),
        /** Examined for fraud. */
        UNDER_ANALYSIS(Outcome.UNDER_REVIEW),
        /** Refused: not enough money. */
        NO_FUNDS(Outcome.NO_FUNDS),
        /** Refused: blocked. */
        BLOCKED(Outcome.BLOCKED),
        /** Not collected because of the customer's bank. */
        UNPAID(Outcome.UNPAID),
        /** Contested at the bank. */
        DISPUTED(Outcome.DISPUTED),
        /** The contest was decided for the seller. */
        DISPUTE_WON(Outcome.APPROVED),
        /** The bank took the money back. */
        CHARGED_BACK(Outcome.CHARGED_BACK),
        /** Made void by the gateway. */
        CANCELLED(Outcome.CANCELLED);

        private final Outcome outcome;

        Choice(Outcome outcome) {
            this.outcome = outcome;
        }
    }

    /** A notification as it was sent. */
    public record Sent(String notice, String signature, String body) {}

    private final Platform platform;
    private final SalesStore store;
    private final SandboxGateway gateway;
    private final Notices notices;
    private final NoticeKeys keys;

    @Activate
    public SandboxTool(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference SandboxGateway gateway,
            @Reference Notices notices,
            @Reference NoticeKeys keys) {
        this.platform = platform;
        this.store = store;
        this.gateway = gateway;
        this.notices = notices;
        this.keys = keys;
    }

    /**
     * Pretends this outcome and sends the notification of it, signed, through the same door as any gateway's.
     *
     * @throws Problem 409 {@code tenant-not-sandbox}; 404 {@code purchase-not-found}; 409 {@code payment-not-sandbox} when another gateway has the payment, or
     *     it was paid elsewhere
     */
    public Sent choose(String transaction, Choice choice) {
        keys.expect(SandboxGateway.ID);
        return platform.inUnit(() -> {
            store.purchases().find(transaction).orElseThrow(() -> Problem.notFound("purchase", transaction));
            PaymentRow payment = store.payments()
                    .of(transaction)
                    .filter(row -> row.gateway().equals(SandboxGateway.ID))
                    .orElseThrow(() -> Problem.conflict(
                            "payment-not-sandbox", "the sandbox gateway knows nothing of this payment"));
            gateway.pretend(payment.id(), choice.outcome);
            platform.journal().note("sandbox.choose", transaction, Map.of("outcome", choice.name()));
            return send(new Notice(platform.ids().next(), About.CHARGE, payment.id(), choice.name()));
        });
    }

    private Sent send(Notice notice) {
        String body = SandboxNotices.body(notice);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        String signature = SandboxNotices.sign(bytes, keys.secret(SandboxGateway.ID), notices.realNow());
        notices.take(SandboxGateway.ID, Map.of(SandboxNotices.HEADER, signature), bytes);
        return new Sent(notice.id(), signature, body);
    }
}
