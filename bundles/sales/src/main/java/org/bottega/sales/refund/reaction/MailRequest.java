package org.bottega.sales.refund.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.api.RefundRequested;
import org.bottega.sales.refund.RefundLetters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A refund was asked for: the seller is told. */
@Component(service = DomainEventListener.class)
public final class MailRequest extends Reaction<RefundRequested> {

    private final RefundLetters letters;

    @Activate
    public MailRequest(@Reference RefundLetters letters) {
        super("mail-refund-request", RefundRequested.class);
        this.letters = letters;
    }

    @Override
    public void on(RefundRequested event, Instant at) {
        letters.asked(event.request());
    }
}
