package org.bottega.core.user;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bottega.api.SignedLinks;
import org.bottega.core.user.ThrottleRows.Tries;

/**
 * What is remembered of an e-mail address, whether or not there is such an account: how many wrong passwords came for it from
 * anywhere, from which networks the right one came, and how often a new one was set. Methods need an open unit of work.
 */
final class AddressTries {

    /** Tries for one address from all networks together, within {@link #WINDOW}. */
    static final int LIMIT = 100;

    static final Duration WINDOW = Duration.ofHours(1);

    /** How long a network is known after the latest login from it. */
    static final Duration KNOWN = Duration.ofDays(30);

    private final ThrottleRows rows;
    private final SignedLinks links;
    private final Clock clock;

    AddressTries(ThrottleRows rows, SignedLinks links, Clock clock) {
        this.rows = rows;
        this.links = links;
        this.clock = clock;
    }

    /** Names the tries for an address from one network. A new password begins them anew. */
    String door(String address, String network) {
        int renewed = rows.find(renewals(address)).map(Tries::strikes).orElse(0);
        return address + ' ' + renewed + ' ' + network;
    }

    /** Counts a try from anywhere. Not empty when it is one too many: how long to wait. */
    Optional<Duration> claim(String address) {
        Instant now = clock.instant();
        String id = everywhere(address);
        Tries before = rows.lock(id, now);
        Instant begun = before.recent().isEmpty() ? now : before.recent().get(0);
        Instant ends = begun.plus(WINDOW);
        boolean over = !now.isBefore(ends);
        int count = over ? 0 : before.strikes();
        if (count >= LIMIT) {
            return Optional.of(Duration.between(now, ends));
        }
        rows.write(id, new Tries(List.of(over ? now : begun), count + 1, null, now), now.plus(Throttle.MEMORY));
        return Optional.empty();
    }

    /** Whether the right password came from this network not long ago. */
    boolean knows(String address, String network) {
        Instant since = clock.instant().minus(KNOWN);
        return rows.find(known(address, network))
                .filter(row -> row.lastAt().isAfter(since))
                .isPresent();
    }

    /** The right password came: this try was none of a guesser, and the network is known from now on. */
    void welcome(String address, String network) {
        Instant now = clock.instant();
        String id = everywhere(address);
        Tries tries = rows.lock(id, now);
        rows.write(
                id,
                new Tries(tries.recent(), Math.max(0, tries.strikes() - 1), null, tries.lastAt()),
                now.plus(Throttle.MEMORY));
        String mark = known(address, network);
        rows.lock(mark, now);
        rows.write(mark, new Tries(List.of(), 0, null, now), now.plus(KNOWN));
    }

    /** There is a new password: tries for the former one count no more, wherever they came from. */
    void renew(String address) {
        rows.remove(everywhere(address));
        Instant now = clock.instant();
        String id = renewals(address);
        int renewed = rows.lock(id, now).strikes() + 1;
        rows.write(id, new Tries(List.of(), renewed, null, now), now.plus(Throttle.MEMORY.multipliedBy(2)));
    }

    private String everywhere(String address) {
        return Keyed.hash(links, "EVERYWHERE " + address);
    }

    private String known(String address, String network) {
        return Keyed.hash(links, "KNOWN " + address + ' ' + network);
    }

    private String renewals(String address) {
        return Keyed.hash(links, "RENEWED " + address);
    }
}
