package org.bottega.sales.refund.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.api.RefundRequestDeclined;
import org.bottega.sales.refund.RefundLetters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The seller declined: the buyer is told. */
@Component(service = DomainEventListener.class)
public final class MailDeclined extends Reaction<RefundRequestDeclined> {

    private final RefundLetters letters;

    @Activate
    public MailDeclined(@Reference RefundLetters letters) {
        super("mail-refund-declined", RefundRequestDeclined.class);
        this.letters = letters;
    }

    @Override
    public void on(RefundRequestDeclined event, Instant at) {
        letters.declined(event.request());
    }
}
