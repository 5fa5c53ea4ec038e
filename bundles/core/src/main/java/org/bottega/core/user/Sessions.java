package org.bottega.core.user;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bottega.api.Callers;
import org.bottega.api.Ids;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.Tokens.Issued;
import org.bottega.api.platform.Users.User;
import org.bottega.core.base.Fresh;
import org.bottega.core.base.Hashes;
import org.bottega.core.base.Inside;
import org.bottega.core.user.UserTokenRows.Held;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Who is logged in. A login is a family of tokens: one for requests, good for an hour, and one to get the next pair with,
 * good for 30 days and once. Tokens are kept by their hash. Changes need an open unit of work.
 */
@Component(service = Sessions.class)
public final class Sessions {

    /** How long a token for requests is good; at the end of the sixtieth minute it is not any more. */
    static final Duration LIFE = Duration.ofHours(1);

    /** How long a refresh token is good. */
    static final Duration REFRESH_LIFE = Duration.ofDays(30);

    /** What people's tokens begin with, unlike those of programs. */
    private static final String ACCESS = "ua_";

    private static final String REFRESH = "ur_";
    private static final int REMEMBERED = 50_000;

    private record Key(String tenant, String hash) {}

    private final UserTokenRows rows;
    private final Callers callers;
    private final Ids ids;
    private final Clock clock;
    private final Inside inside;
    private final Fresh<Key, Held> known;

    @Activate
    public Sessions(
            @Reference(target = "(unit=core)") Store store,
            @Reference UnitOfWork unit,
            @Reference Callers callers,
            @Reference Ids ids,
            @Reference(target = "(time=real)") Clock clock) {
        this.rows = new UserTokenRows(store);
        this.callers = callers;
        this.ids = ids;
        this.clock = clock;
        this.inside = new Inside(callers, unit);
        this.known = new Fresh<>(unit, REMEMBERED);
    }

    /** Whether it looks like a token of a person. */
    static boolean isOurs(String token) {
        return token.startsWith(ACCESS) || token.startsWith(REFRESH);
    }

    /** What a token for requests stands for, unless it has expired. */
    Optional<Held> find(String tenant, String token) {
        if (!token.startsWith(ACCESS)) {
            return Optional.empty();
        }
        String hash = Hashes.sha256(token);
        return known.get(new Key(tenant, hash), () -> inside.tenant(tenant, () -> rows.find(hash)))
                .filter(held -> clock.instant().isBefore(held.expiresAt()));
    }

    /** What any token that has not expired stands for, used or not. */
    Optional<Held> look(String tenant, String token) {
        return inside.tenant(tenant, () -> rows.find(Hashes.sha256(token)))
                .filter(held -> clock.instant().isBefore(held.expiresAt()));
    }

    /** A new login. */
    Issued open(User user, Set<String> scope, Set<String> effective) {
        return issue(user.id(), ids.next(), scope, effective);
    }

    /** The next tokens of a login, or empty when the refresh token was used before: then the login has ended. */
    Optional<Issued> next(String refresh, Held held, Set<String> scope, Set<String> effective) {
        if (rows.use(Hashes.sha256(refresh), clock.instant())) {
            return Optional.of(issue(held.user(), held.family(), scope, effective));
        }
        end(held.user(), held.family());
        return Optional.empty();
    }

    private Issued issue(String user, String family, Set<String> scope, Set<String> effective) {
        Instant now = clock.instant();
        String access = ACCESS + ids.secret();
        String refresh = REFRESH + ids.secret();
        rows.add(Hashes.sha256(access), new Held(user, family, false, scope, now.plus(LIFE), null), now);
        rows.add(Hashes.sha256(refresh), new Held(user, family, true, scope, now.plus(REFRESH_LIFE), null), now);
        return new Issued(access, LIFE.toSeconds(), effective, refresh);
    }

    /** Ends one login of a user, or with null all, and returns how many tokens that were. */
    int end(String user, String family) {
        String tenant = callers.current().tenant();
        rows.of(user, family).forEach(hash -> known.changed(new Key(tenant, hash)));
        return rows.remove(user, family);
    }

    void removeExpired(String hash) {
        rows.removeExpired(hash, clock.instant());
    }
}
