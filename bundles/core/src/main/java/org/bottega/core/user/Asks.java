package org.bottega.core.user;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.bottega.api.Problem;
import org.bottega.api.SignedLinks;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.Passwords.Ask;
import org.bottega.core.deadline.Wake;
import org.bottega.core.user.AskRows.Asked;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Requests for a mail with a link. A request is only written down here, the same for every address; whether there is an
 * account is looked up afterwards, so that neither the answer nor its time tells (D23).
 */
@Component(service = Asks.class)
public final class Asks {

    /** From one request for an address to the next (ACC-07). */
    static final Duration PAUSE = Duration.ofMinutes(30);

    private final AskRows rows;
    private final UnitOfWork unit;
    private final SignedLinks links;
    private final Wake wake;
    private final Clock clock;

    @Activate
    public Asks(
            @Reference(target = "(unit=core)") Store store,
            @Reference UnitOfWork unit,
            @Reference SignedLinks links,
            @Reference Wake wake,
            @Reference(target = "(time=real)") Clock clock) {
        this.rows = new AskRows(store);
        this.unit = unit;
        this.links = links;
        this.wake = wake;
        this.clock = clock;
    }

    /**
     * Takes a request.
     *
     * @throws Problem {@code mail-on-its-way} (429) less than {@link #PAUSE} after the one before
     */
    void take(Ask ask, boolean registers) {
        String id = Keyed.hash(links, "ASK " + UserRows.key(ask.email()));
        unit.run(() -> {
            Instant now = clock.instant();
            rows.lock(id)
                    .map(before -> before.at().plus(PAUSE))
                    .filter(now::isBefore)
                    .ifPresent(next -> {
                        throw new Problem(
                                        Problem.Kind.TOO_MANY,
                                        "mail-on-its-way",
                                        "a mail was asked for less than 30 minutes ago; the pause gives the e-mail time to"
                                                + " arrive: look in the inbox and in spam")
                                .retryAfter((int) Duration.between(now, next)
                                        .plusMillis(999)
                                        .toSeconds());
                    });
            rows.write(id, new Asked(now, registers, ask.email(), ask.name(), ask.locale()));
            wake.afterCommit();
        });
    }

    /** The request, if the mail is still to be written; one that is long done is removed. Needs an open unit of work. */
    Optional<Asked> open(String id) {
        Optional<Asked> found = rows.lock(id);
        if (found.isPresent() && found.get().email() == null) {
            Instant end = found.get().at().plus(PAUSE);
            if (clock.instant().isBefore(end)) {
                rows.done(id, end);
            } else {
                rows.remove(id);
            }
            return Optional.empty();
        }
        found.ifPresent(asked -> rows.done(id, asked.at().plus(PAUSE)));
        return found;
    }
}
