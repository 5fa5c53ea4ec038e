package org.bottega.core.mail;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bottega.api.UnitOfWork;
import org.bottega.api.spi.DueWork;
import org.bottega.api.spi.MailTransport;
import org.bottega.core.deadline.Backoff;
import org.bottega.core.mail.StoredMail.State;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Sends queued mails. A mail is claimed in one transaction, sent outside any, and its outcome noted in another; who dies in
 * between leaves a mail that is sent again later under the same Message-ID.
 */
@Component
public final class MailWork implements DueWork {

    /** Longer than all of the transport's time-outs together. */
    private static final Duration CLAIM = Duration.ofMinutes(5);

    private static final Duration GIVE_UP = Duration.ofDays(3);
    private static final Backoff BACKOFF = new Backoff(Duration.ofSeconds(15), Duration.ofHours(2), Integer.MAX_VALUE);

    private final MailRows rows;
    private final Transport transport;
    private final UnitOfWork unit;
    private final Clock clock;

    @Activate
    public MailWork(
            @Reference MailRows rows,
            @Reference Transport transport,
            @Reference UnitOfWork unit,
            @Reference(target = "(time=real)") Clock clock) {
        this.rows = rows;
        this.transport = transport;
        this.unit = unit;
        this.clock = clock;
    }

    @Override
    public String id() {
        return "core.mail";
    }

    @Override
    public String module() {
        return "core";
    }

    @Override
    public String table() {
        return "core_mail";
    }

    @Override
    public boolean inUnitOfWork() {
        return false;
    }

    @Override
    public boolean realTime() {
        return true;
    }

    @Override
    public void process(String id) {
        if (!transport.isConfigured()) {
            unit.run(() -> rows.unsent(id, State.HELD, null, null));
            return;
        }
        Optional<MailRows.Claimed> claimed =
                unit.call(() -> rows.claim(id, clock.instant().plus(CLAIM)));
        claimed.ifPresent(this::send);
    }

    private void send(MailRows.Claimed mail) {
        String id = mail.message().id();
        try {
            transport.send(mail.message());
        } catch (MailTransport.Rejected e) {
            unit.run(() -> rows.unsent(id, State.FAILED, null, Backoff.text(e)));
            return;
        } catch (IOException | RuntimeException e) {
            Instant again = clock.instant().plus(BACKOFF.wait(mail.tries()));
            boolean late = again.isAfter(mail.queuedAt().plus(GIVE_UP));
            unit.run(() -> rows.unsent(id, late ? State.FAILED : State.QUEUED, late ? null : again, Backoff.text(e)));
            return;
        }
        unit.run(() -> rows.sent(id));
    }
}
