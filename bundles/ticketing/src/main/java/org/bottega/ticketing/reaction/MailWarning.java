package org.bottega.ticketing.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.api.TicketWarned;
import org.bottega.ticketing.mail.Occasion;
import org.bottega.ticketing.mail.TicketLetters;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Nobody touched a support ticket for long: both sides are told (NOT-10). */
@Component(service = DomainEventListener.class)
public final class MailWarning extends Reaction<TicketWarned> {

    private final TicketLetters letters;

    @Activate
    public MailWarning(@Reference TicketLetters letters) {
        super("mail-warning", TicketWarned.class);
        this.letters = letters;
    }

    @Override
    public void on(TicketWarned event, Instant at) {
        letters.send(event.ticket(), Occasion.warned(Actor.valueOf(event.waitsFor()), event.next()));
    }
}
