package org.bottega.sales.refund.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.api.PurchaseRefunded;
import org.bottega.sales.refund.RefundLetters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Money went back: both sides are told (REF-14). */
@Component(service = DomainEventListener.class)
public final class MailRefund extends Reaction<PurchaseRefunded> {

    private final RefundLetters letters;

    @Activate
    public MailRefund(@Reference RefundLetters letters) {
        super("mail-refund", PurchaseRefunded.class);
        this.letters = letters;
    }

    @Override
    public void on(PurchaseRefunded event, Instant at) {
        letters.refunded(event.transaction(), event.amount(), event.reason());
    }
}
