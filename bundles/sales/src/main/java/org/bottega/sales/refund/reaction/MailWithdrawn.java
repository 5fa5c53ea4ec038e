package org.bottega.sales.refund.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.api.RefundRequestWithdrawn;
import org.bottega.sales.refund.RefundLetters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The buyer took his request back: the seller is told. */
@Component(service = DomainEventListener.class)
public final class MailWithdrawn extends Reaction<RefundRequestWithdrawn> {

    private final RefundLetters letters;

    @Activate
    public MailWithdrawn(@Reference RefundLetters letters) {
        super("mail-refund-withdrawn", RefundRequestWithdrawn.class);
        this.letters = letters;
    }

    @Override
    public void on(RefundRequestWithdrawn event, Instant at) {
        letters.withdrawn(event.request());
    }
}
