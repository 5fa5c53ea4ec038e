package org.bottega.ticketing.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.api.TicketReopened;
import org.bottega.ticketing.mail.Occasion;
import org.bottega.ticketing.mail.TicketLetters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A ticket is open again, with a comment: both sides are told (NOT-07). */
@Component(service = DomainEventListener.class)
public final class MailReopened extends Reaction<TicketReopened> {

    private final TicketLetters letters;

    @Activate
    public MailReopened(@Reference TicketLetters letters) {
        super("mail-reopened", TicketReopened.class);
        this.letters = letters;
    }

    @Override
    public void on(TicketReopened event, Instant at) {
        letters.send(event.ticket(), Occasion.reopened(Actor.valueOf(event.actor())));
    }
}
