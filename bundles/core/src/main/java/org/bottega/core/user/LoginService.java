package org.bottega.core.user;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bottega.api.Audit;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Problem;
import org.bottega.api.platform.Tokens.Issued;
import org.bottega.api.platform.Tokens.Login;
import org.bottega.api.platform.Users.Kind;
import org.bottega.api.platform.Users.User;
import org.bottega.core.base.Inside;
import org.bottega.core.base.Scopes;
import org.bottega.core.user.UserTokenRows.Held;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** People's way in: by password, by refresh token, and by the token that comes of either. */
@Component(service = LoginService.class)
public final class LoginService {

    private final Gate gate;
    private final Sessions sessions;
    private final Persons persons;
    private final Callers callers;
    private final Inside inside;

    /** Who people are, and what they may do now. */
    @Component(service = Persons.class)
    public static final class Persons {
        private final UserStore users;
        private final Grants grants;
        private final Audit audit;

        @Activate
        public Persons(@Reference UserStore users, @Reference Grants grants, @Reference Audit audit) {
            this.users = users;
            this.grants = grants;
            this.audit = audit;
        }

        Optional<User> enabled(String tenant, String id) {
            return users.find(tenant, id).filter(User::enabled);
        }
    }

    @Activate
    public LoginService(
            @Reference Gate gate,
            @Reference Sessions sessions,
            @Reference Persons persons,
            @Reference Callers callers,
            @Reference Inside inside) {
        this.gate = gate;
        this.sessions = sessions;
        this.persons = persons;
        this.callers = callers;
        this.inside = inside;
    }

    /** Whether a token is one of a person. */
    public boolean isOurs(String token) {
        return Sessions.isOurs(token);
    }

    /** See {@link org.bottega.api.platform.Tokens#login}. */
    public Optional<Issued> login(String tenant, Login login, Set<String> scope) {
        return callers.as(Caller.anonymous(tenant, inside.request()), () -> gate.check(
                        login.email(), login.password(), login.kind(), login.address())
                .map(user -> open(tenant, user, scope)));
    }

    private Issued open(String tenant, User user, Set<String> scope) {
        Set<String> effective = narrowed("the account", persons.grants.of(tenant, user), scope);
        return inside.as(caller(tenant, user, effective, inside.request()), () -> {
            Issued issued = sessions.open(user, scope, effective);
            persons.audit.record("login", user.id(), Map.of("scope", Scopes.text(scope)));
            return issued;
        });
    }

    /** See {@link org.bottega.api.platform.Tokens#refresh}. */
    public Optional<Issued> refresh(String tenant, String refresh, Set<String> scope) {
        Optional<Held> held = sessions.look(tenant, refresh).filter(Held::refreshes);
        Optional<User> user = held.flatMap(h -> persons.enabled(tenant, h.user()));
        if (user.isEmpty()) {
            return Optional.empty();
        }
        Set<String> before = held.get().scope();
        Set<String> all = limited(persons.grants.of(tenant, user.get()), before);
        String whose = before.isEmpty() ? "the account" : "this login was narrowed when it began, and";
        Set<String> effective = narrowed(whose, all, scope);
        return inside.as(caller(tenant, user.get(), effective, inside.request()), () -> {
            Optional<Issued> next = sessions.next(refresh, held.get(), scope.isEmpty() ? before : scope, effective);
            persons.audit.record(
                    next.isPresent() ? "login.refresh" : "login.reuse",
                    user.get().id(),
                    Map.of());
            return next;
        });
    }

    /** Who holds the token, with what he may do now. */
    public Optional<Caller> authenticate(String tenant, String token, String request) {
        return sessions.find(tenant, token).flatMap(held -> persons.enabled(tenant, held.user())
                .map(user -> caller(tenant, user, limited(persons.grants.of(tenant, user), held.scope()), request)));
    }

    /** Ends the login that a token, of either sort, came of. */
    public void revoke(String tenant, String token) {
        sessions.look(tenant, token)
                .ifPresent(held -> inside.tenant(tenant, () -> {
                    if (sessions.end(held.user(), held.family()) > 0) {
                        persons.audit.record("logout", held.user(), Map.of());
                    }
                    return null;
                }));
    }

    private static Caller caller(String tenant, User user, Set<String> permissions, String request) {
        return user.kind() == Kind.BUYER
                ? Caller.buyer(tenant, user.id(), UserRows.key(user.email()), permissions, request)
                : new Caller(tenant, Caller.Kind.STAFF, user.id(), user.seller(), null, permissions, request);
    }

    private static Set<String> limited(Set<String> permissions, Set<String> scope) {
        Set<String> kept = new TreeSet<>(permissions);
        if (!scope.isEmpty()) {
            kept.retainAll(scope);
        }
        return kept;
    }

    private static Set<String> narrowed(String whose, Set<String> permissions, Set<String> scope) {
        Set<String> beyond = new TreeSet<>(scope);
        beyond.removeAll(permissions);
        if (!beyond.isEmpty()) {
            throw Problem.invalid("invalid-scope", "scope", whose + " does not have " + String.join(" ", beyond));
        }
        return limited(permissions, scope);
    }
}
