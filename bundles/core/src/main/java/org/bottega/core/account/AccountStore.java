package org.bottega.core.account;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Audit;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.Clients.Client;
import org.bottega.core.account.ClientRows.Stored;
import org.bottega.core.base.Hashes;
import org.bottega.core.base.Scopes;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Clients as they are kept, for the current caller's tenant. */
@Component(service = AccountStore.class)
public final class AccountStore {

    /** Compared against when there is no such client, so that the answer takes as long. */
    private static final String NOBODY = Hashes.sha256("nobody");

    private final ClientRows rows;
    private final TokenStore tokens;
    private final UnitOfWork unit;
    private final Audit audit;
    private final Clock clock;

    @Activate
    public AccountStore(
            @Reference(target = "(unit=core)") Store store,
            @Reference TokenStore tokens,
            @Reference UnitOfWork unit,
            @Reference Audit audit,
            @Reference(target = "(time=real)") Clock clock) {
        this.rows = new ClientRows(store);
        this.tokens = tokens;
        this.unit = unit;
        this.audit = audit;
        this.clock = clock;
    }

    Optional<Client> find(String id) {
        return unit.call(() -> rows.find(id)).map(Stored::client);
    }

    List<Client> list() {
        return unit.call(rows::list);
    }

    /** Newest first; {@code after} is the place of the last one of the page before, or null. */
    List<Client> list(String seller, String after, int limit) {
        return unit.call(() -> rows.list(seller, after, limit));
    }

    /** The client with this secret that is not revoked. */
    Optional<Client> authenticate(String id, String secretHash) {
        Optional<Stored> found = rows.find(id);
        boolean same = Hashes.same(found.map(Stored::secretHash).orElse(NOBODY), secretHash);
        return found.map(Stored::client).filter(client -> same && client.revokedAt() == null);
    }

    Client add(Client client, String secretHash) {
        Client made =
                new Client(client.id(), client.label(), client.seller(), client.permissions(), clock.instant(), null);
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("label", made.label());
        details.put("seller", made.seller());
        details.put("permissions", Scopes.text(made.permissions()));
        unit.run(() -> {
            rows.add(made, secretHash);
            audit.record("client.create", made.id(), details);
        });
        return made;
    }

    void revoke(String id) {
        unit.run(() -> {
            if (rows.revoke(id, clock.instant())) {
                audit.record("client.revoke", id, Map.of("tokens", tokens.removeAllOf(id)));
            }
        });
    }
}
