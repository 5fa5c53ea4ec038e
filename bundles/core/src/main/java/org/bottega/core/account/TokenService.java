package org.bottega.core.account;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bottega.api.Audit;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.api.platform.Clients.Client;
import org.bottega.api.platform.Tokens;
import org.bottega.core.base.Hashes;
import org.bottega.core.base.Inside;
import org.bottega.core.base.Scopes;
import org.bottega.core.user.LoginService;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who logs in, and who holds a token. */
@Component
public final class TokenService implements Tokens {

    private final AccountStore accounts;
    private final TokenStore tokens;
    private final LoginService people;
    private final Inside inside;
    private final Audit audit;

    @Activate
    public TokenService(
            @Reference AccountStore accounts,
            @Reference TokenStore tokens,
            @Reference LoginService people,
            @Reference Inside inside,
            @Reference Audit audit) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.people = people;
        this.inside = inside;
        this.audit = audit;
    }

    @Override
    public Optional<Issued> issue(String tenant, String clientId, String secret, Set<String> scope) {
        return client(tenant, clientId, secret).map(client -> issue(tenant, client, scope));
    }

    @Override
    public boolean isClient(String tenant, String clientId, String secret) {
        return client(tenant, clientId, secret).isPresent();
    }

    private Optional<Client> client(String tenant, String clientId, String secret) {
        if (tenant == null || clientId == null || secret == null) {
            return Optional.empty();
        }
        String hash = Hashes.sha256(secret);
        return inside.tenant(tenant, () -> accounts.authenticate(clientId, hash));
    }

    private Issued issue(String tenant, Client client, Set<String> scope) {
        Set<String> granted = granted(client, scope);
        Caller caller = new Caller(
                tenant, Caller.Kind.CLIENT, client.id(), client.seller(), null, client.permissions(), inside.request());
        return inside.as(caller, () -> {
            Issued issued = tokens.issue(client, granted);
            audit.record("token.issue", client.id(), Map.of("scope", Scopes.text(granted)));
            return issued;
        });
    }

    private static Set<String> granted(Client client, Set<String> scope) {
        if (scope == null || scope.isEmpty()) {
            return client.permissions();
        }
        Set<String> beyond = new TreeSet<>(scope);
        beyond.removeAll(client.permissions());
        if (!beyond.isEmpty()) {
            throw Problem.invalid("invalid-scope", "scope", "the client does not have " + String.join(" ", beyond));
        }
        return Set.copyOf(scope);
    }

    @Override
    public boolean isPersons(String token) {
        return people.isOurs(token);
    }

    @Override
    public Optional<Issued> login(String tenant, Login login, Set<String> scope) {
        return people.login(tenant, login, scope);
    }

    @Override
    public Optional<Issued> refresh(String tenant, String refresh, Set<String> scope) {
        return people.refresh(tenant, refresh, scope);
    }

    @Override
    public Optional<Caller> authenticate(String tenant, String token, String request) {
        if (tenant == null || token == null) {
            return Optional.empty();
        }
        if (people.isOurs(token)) {
            return people.authenticate(tenant, token, request);
        }
        return tokens.find(tenant, token)
                .map(held -> new Caller(
                        tenant, Caller.Kind.CLIENT, held.client(), held.seller(), null, held.permissions(), request));
    }

    @Override
    public void revoke(String tenant, String token) {
        if (tenant == null || token == null) {
            return;
        }
        if (people.isOurs(token)) {
            people.revoke(tenant, token);
            return;
        }
        tokens.find(tenant, token)
                .ifPresent(held -> inside.tenant(tenant, () -> {
                    if (tokens.remove(token)) {
                        audit.record("token.revoke", held.client(), Map.of());
                    }
                    return null;
                }));
    }
}
