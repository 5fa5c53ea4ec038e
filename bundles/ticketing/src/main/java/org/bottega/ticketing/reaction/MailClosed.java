package org.bottega.ticketing.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.ClosedWhy;
import org.bottega.ticketing.api.TicketClosed;
import org.bottega.ticketing.mail.Occasion;
import org.bottega.ticketing.mail.TicketLetters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A ticket was closed: both sides have the history (NOT-09). Of one that was processed, sales tells (NOT-11). */
@Component(service = DomainEventListener.class)
public final class MailClosed extends Reaction<TicketClosed> {

    private final TicketLetters letters;

    @Activate
    public MailClosed(@Reference TicketLetters letters) {
        super("mail-closed", TicketClosed.class);
        this.letters = letters;
    }

    @Override
    public void on(TicketClosed event, Instant at) {
        letters.send(event.ticket(), Occasion.closed(Actor.valueOf(event.actor()), ClosedWhy.valueOf(event.why())));
    }
}
