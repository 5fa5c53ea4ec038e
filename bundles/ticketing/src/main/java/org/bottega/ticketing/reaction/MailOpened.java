package org.bottega.ticketing.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.api.TicketOpened;
import org.bottega.ticketing.mail.Occasion;
import org.bottega.ticketing.mail.TicketLetters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A ticket was opened, here or in sales: both sides are told (NOT-06). */
@Component(service = DomainEventListener.class)
public final class MailOpened extends Reaction<TicketOpened> {

    private final TicketLetters letters;

    @Activate
    public MailOpened(@Reference TicketLetters letters) {
        super("mail-opened", TicketOpened.class);
        this.letters = letters;
    }

    @Override
    public void on(TicketOpened event, Instant at) {
        letters.send(event.ticket(), Occasion.opened(Actor.valueOf(event.actor())));
    }
}
