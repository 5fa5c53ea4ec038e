package org.bottega.sales.payment;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.bottega.api.Caller;
import org.bottega.api.spi.SlipGateway.Slip;
import org.bottega.sales.PaymentType;
import org.bottega.sales.Platform;
import org.bottega.sales.store.PaymentRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How purchases are being paid. */
@Component(service = Payments.class)
public final class Payments {

    private final Platform platform;
    private final SalesStore store;

    @Activate
    public Payments(@Reference Platform platform, @Reference SalesStore store) {
        this.platform = platform;
        this.store = store;
    }

    /**
     * A payment.
     *
     * @param gateway id of the gateway
     * @param dueAt until when it is to be paid, or when it will be charged, or tried again; null when nothing is awaited
     * @param slip what the buyer pays by, or null
     */
    public record Payment(PaymentState state, PaymentType type, String gateway, Instant dueAt, Slip slip) {}

    /** The payments of these purchases, at most 500, by transaction; what was paid elsewhere has none. A buyer sees none. */
    public Map<String, Payment> of(Collection<String> transactions) {
        if (platform.caller().kind() == Caller.Kind.BUYER) {
            return Map.of();
        }
        return platform.inUnit(() -> store.payments().of(transactions).stream()
                .collect(Collectors.toMap(PaymentRow::purchaseId, Payments::payment, (older, newer) -> newer)));
    }

    private static Payment payment(PaymentRow row) {
        Slip slip = row.plan().slip();
        Instant dueAt =
                switch (row.state()) {
                    case SCHEDULED -> row.plan().releaseAt();
                    case UNPAID -> row.dueAt();
                    case PENDING -> slip == null ? null : row.plan().endsAt();
                    default -> null;
                };
        PaymentType type = row.isByCard() ? PaymentType.CARD : PaymentType.BILLET;
        return new Payment(row.state(), type, row.gateway(), dueAt, slip);
    }
}
