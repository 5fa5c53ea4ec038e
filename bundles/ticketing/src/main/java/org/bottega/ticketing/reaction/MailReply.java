package org.bottega.ticketing.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.api.TicketCommented;
import org.bottega.ticketing.mail.Occasion;
import org.bottega.ticketing.mail.TicketLetters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Somebody wrote on a ticket: both sides are told (NOT-07). */
@Component(service = DomainEventListener.class)
public final class MailReply extends Reaction<TicketCommented> {

    private final TicketLetters letters;

    @Activate
    public MailReply(@Reference TicketLetters letters) {
        super("mail-reply", TicketCommented.class);
        this.letters = letters;
    }

    @Override
    public void on(TicketCommented event, Instant at) {
        letters.send(event.ticket(), Occasion.reply(Actor.valueOf(event.actor())));
    }
}
