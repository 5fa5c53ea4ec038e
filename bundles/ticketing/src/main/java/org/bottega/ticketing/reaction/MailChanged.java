package org.bottega.ticketing.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.TicketType;
import org.bottega.ticketing.api.TicketChanged;
import org.bottega.ticketing.mail.Occasion;
import org.bottega.ticketing.mail.TicketLetters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A ticket asks for something else, in either direction: both sides are told (NOT-08). */
@Component(service = DomainEventListener.class)
public final class MailChanged extends Reaction<TicketChanged> {

    private final TicketLetters letters;

    @Activate
    public MailChanged(@Reference TicketLetters letters) {
        super("mail-changed", TicketChanged.class);
        this.letters = letters;
    }

    @Override
    public void on(TicketChanged event, Instant at) {
        letters.send(
                event.ticket(), Occasion.changed(Actor.valueOf(event.actor()), TicketType.valueOf(event.before())));
    }
}
