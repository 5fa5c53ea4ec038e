package org.bottega.core.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bottega.api.Callers;
import org.bottega.api.Ids;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.Clients.Client;
import org.bottega.api.platform.Tokens.Issued;
import org.bottega.core.account.TokenRows.Held;
import org.bottega.core.base.Fresh;
import org.bottega.core.base.Hashes;
import org.bottega.core.base.Inside;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tokens as they are kept: by their hash, for an hour. */
@Component(service = TokenStore.class)
public final class TokenStore {

    /** How long a token is good for; at the end of the sixtieth minute it is not any more. */
    static final Duration LIFE = Duration.ofHours(1);

    private static final int REMEMBERED = 50_000;

    private record Key(String tenant, String hash) {}

    private final TokenRows rows;
    private final Callers callers;
    private final Ids ids;
    private final Clock clock;
    private final Inside inside;
    private final Fresh<Key, Held> known;

    @Activate
    public TokenStore(
            @Reference(target = "(unit=core)") Store store,
            @Reference UnitOfWork unit,
            @Reference Callers callers,
            @Reference Ids ids,
            @Reference(target = "(time=real)") Clock clock) {
        this.rows = new TokenRows(store);
        this.callers = callers;
        this.ids = ids;
        this.clock = clock;
        this.inside = new Inside(callers, unit);
        this.known = new Fresh<>(unit, REMEMBERED);
    }

    /** What the token stands for, unless it has expired. */
    Optional<Held> find(String tenant, String token) {
        String hash = Hashes.sha256(token);
        return known.get(new Key(tenant, hash), () -> inside.tenant(tenant, () -> rows.find(hash)))
                .filter(held -> clock.instant().isBefore(held.expiresAt()));
    }

    /** Needs an open unit of work. */
    Issued issue(Client client, Set<String> scope) {
        String token = ids.secret();
        Instant now = clock.instant();
        rows.add(Hashes.sha256(token), new Held(client.id(), client.seller(), scope, now.plus(LIFE)), now);
        return new Issued(token, LIFE.toSeconds(), scope, null);
    }

    /** Ends a token and returns whether there was one. Needs an open unit of work. */
    boolean remove(String token) {
        String hash = Hashes.sha256(token);
        known.changed(new Key(callers.current().tenant(), hash));
        return rows.remove(hash);
    }

    /** Ends all tokens of a client and returns how many. Needs an open unit of work. */
    int removeAllOf(String client) {
        List<String> hashes = rows.ofClient(client);
        for (String hash : hashes) {
            known.changed(new Key(callers.current().tenant(), hash));
            rows.remove(hash);
        }
        return hashes.size();
    }

    /** Deletes the row of a token that has expired. Needs an open unit of work. */
    void removeExpired(String hash) {
        rows.removeExpired(hash, clock.instant());
    }
}
