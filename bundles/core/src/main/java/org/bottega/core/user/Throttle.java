package org.bottega.core.user;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Audit;
import org.bottega.api.Problem;
import org.bottega.api.SignedLinks;
import org.bottega.api.UnitOfWork;
import org.bottega.core.user.ThrottleRows.Tries;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Slows down who guesses. A try is counted, in a transaction of its own, before it is judged: many at once are not more than
 * one after the other. What is counted is kept as a keyed hash, whether or not there is such an account.
 */
@Component(service = Throttle.class)
public final class Throttle {

    /** Kinds of what is counted, and how many tries within a quarter of an hour lead to a block. */
    enum Of {
        /** Wrong passwords for one address from one network. */
        DOOR(5),
        /** Wrong passwords from one computer. */
        COMPUTER(50),
        /** Mails asked for from one computer. */
        MAILS(50);

        private final int limit;

        Of(int limit) {
            this.limit = limit;
        }
    }

    private static final Duration WINDOW = Duration.ofMinutes(15);
    private static final Duration FIRST_BLOCK = Duration.ofMinutes(1);
    private static final Duration LONGEST_BLOCK = Duration.ofHours(1);

    /** After such a quiet time all is forgotten. */
    static final Duration MEMORY = Duration.ofDays(1);

    private final ThrottleRows rows;
    private final AddressTries addresses;
    private final UnitOfWork unit;
    private final SignedLinks links;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public Throttle(
            @Reference(target = "(unit=core)") Store store,
            @Reference UnitOfWork unit,
            @Reference SignedLinks links,
            @Reference Audit audit,
            @Reference(target = "(time=real)") Clock clock) {
        this.rows = new ThrottleRows(store);
        this.unit = unit;
        this.links = links;
        this.audit = audit;
        this.clock = clock;
        this.addresses = new AddressTries(rows, links, clock);
    }

    /**
     * Counts a try.
     *
     * @throws Problem {@code too-many-tries} (429) with the seconds to wait, when it is not to be judged at all
     */
    void claim(Of what, String value) {
        if (value == null) {
            return;
        }
        String id = id(what, value);
        unit.run(() -> {
            Instant now = clock.instant();
            Tries before = rows.lock(id, now);
            if (isBlocked(before, now)) {
                throw refused(Duration.between(now, before.blockedUntil()));
            }
            Tries after = with(before, what.limit, now);
            rows.write(id, after, now.plus(MEMORY));
            if (after.blockedUntil() != null) {
                audit.record(
                        "login.block",
                        id,
                        Map.of(
                                "what",
                                what.name(),
                                "until",
                                after.blockedUntil().toString()));
            }
        });
    }

    /**
     * Counts a try of a password for an address: strictly those from one network, so that a stranger elsewhere shuts nobody
     * out; generously those from everywhere, which do not count where the right password came from lately.
     *
     * @param network or null for one who has logged in already
     * @return what {@link #success} takes
     * @throws Problem as {@link #claim}
     */
    String claimLogin(String address, String network) {
        String door = unit.call(() -> addresses.door(address, network));
        claim(Of.DOOR, door);
        Optional<Duration> wait = unit.call(() -> {
            boolean known = addresses.knows(address, network) || network == null;
            return addresses.claim(address).filter(refused -> !known);
        });
        if (wait.isPresent()) {
            throw refused(wait.get());
        }
        return door;
    }

    /** The password was right. Needs an open unit of work. */
    void success(String door, String address, String network) {
        clear(Of.DOOR, door);
        addresses.welcome(address, network);
        forgive(Of.COMPUTER, network);
    }

    /** Forgets all wrong passwords for an address: it has a new one. Needs an open unit of work. */
    void renew(String address) {
        addresses.renew(address);
    }

    /** A block longer than there are any was made before the machine's clock was set back: it is over. */
    private static boolean isBlocked(Tries before, Instant now) {
        Instant until = before.blockedUntil();
        return until != null && now.isBefore(until) && !until.isAfter(now.plus(LONGEST_BLOCK));
    }

    private static Tries with(Tries before, int limit, Instant now) {
        boolean forgotten = !now.isBefore(before.lastAt().plus(MEMORY));
        List<Instant> recent = new ArrayList<>(before.recent());
        recent.removeIf(at -> !at.plus(WINDOW).isAfter(now) || at.isAfter(now.plus(WINDOW)));
        recent.add(now);
        while (recent.size() > limit) {
            recent.remove(0);
        }
        int strikes = forgotten ? 0 : before.strikes();
        if (recent.size() < limit) {
            return new Tries(recent, strikes, null, now);
        }
        return new Tries(recent, strikes + 1, now.plus(block(strikes)), now);
    }

    /** Twice as long each time. */
    private static Duration block(int strikes) {
        Duration block = FIRST_BLOCK.multipliedBy(1L << Math.min(strikes, 10));
        return block.compareTo(LONGEST_BLOCK) < 0 ? block : LONGEST_BLOCK;
    }

    private static Problem refused(Duration wait) {
        return new Problem(
                        Problem.Kind.TOO_MANY, "too-many-tries", "there were too many tries; wait before the next one")
                .retryAfter((int) wait.plusMillis(999).toSeconds());
    }

    /** Takes the latest try back: it was none of a guesser. Needs an open unit of work. */
    private void forgive(Of what, String value) {
        if (value == null) {
            return;
        }
        String id = id(what, value);
        Instant now = clock.instant();
        Tries tries = rows.lock(id, now);
        List<Instant> recent = new ArrayList<>(tries.recent());
        if (!recent.isEmpty()) {
            recent.remove(recent.size() - 1);
        }
        boolean wasBlocked = tries.blockedUntil() != null;
        rows.write(
                id,
                new Tries(recent, wasBlocked ? tries.strikes() - 1 : tries.strikes(), null, tries.lastAt()),
                now.plus(MEMORY));
    }

    /** Forgets all tries: success. Needs an open unit of work. */
    private void clear(Of what, String value) {
        rows.remove(id(what, value));
    }

    /** Removes what has been quiet for long. Needs an open unit of work. */
    void removeOld(String id) {
        rows.removeOld(id, clock.instant().minus(MEMORY));
    }

    private String id(Of what, String value) {
        return Keyed.hash(links, what.name() + ' ' + value);
    }
}
