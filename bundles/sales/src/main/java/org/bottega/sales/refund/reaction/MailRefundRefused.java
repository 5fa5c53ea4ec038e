package org.bottega.sales.refund.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.api.RefundRefused;
import org.bottega.sales.refund.RefundLetters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The gateway refused to give money back: the seller is told. */
@Component(service = DomainEventListener.class)
public final class MailRefundRefused extends Reaction<RefundRefused> {

    private final RefundLetters letters;

    @Activate
    public MailRefundRefused(@Reference RefundLetters letters) {
        super("mail-refund-refused", RefundRefused.class);
        this.letters = letters;
    }

    @Override
    public void on(RefundRefused event, Instant at) {
        letters.refused(event.transaction(), event.amount());
    }
}
