package org.bottega.core.user;

import java.util.List;
import java.util.Optional;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.Users.Kind;
import org.bottega.api.platform.Users.User;
import org.bottega.core.user.UserRows.Stored;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Judges passwords, of the current tenant. As many hashes are computed as kinds of accounts are asked about, whether or not
 * there are such accounts: the time tells nothing.
 */
@Component(service = Gate.class)
public final class Gate {

    private final UserStore users;
    private final PasswordHashes hashes;
    private final Throttle throttle;
    private final UnitOfWork unit;

    @Activate
    public Gate(
            @Reference UserStore users,
            @Reference PasswordHashes hashes,
            @Reference Throttle throttle,
            @Reference UnitOfWork unit) {
        this.users = users;
        this.hashes = hashes;
        this.throttle = throttle;
        this.unit = unit;
    }

    /**
     * The enabled account with this password. Must not be called in a unit of work.
     *
     * @param kind or null for any, staff first
     * @param computer network of the one that asks, or null when he has logged in already
     * @throws org.bottega.api.Problem {@code too-many-tries} (429)
     */
    Optional<User> check(String email, String password, Kind kind, String computer) {
        String address = UserRows.key(email);
        throttle.claim(Throttle.Of.COMPUTER, computer);
        String door = throttle.claimLogin(address, computer);
        Optional<Stored> right = Optional.empty();
        for (Kind one : kind == null ? List.of(Kind.values()) : List.of(kind)) {
            Optional<Stored> found = matching(one, address, password);
            right = right.isPresent() ? right : found;
        }
        right.ifPresent(account -> unit.run(() -> throttle.success(door, address, computer)));
        right.filter(account -> hashes.isStale(account.passwordHash())).ifPresent(account -> {
            String anew = hashes.hash(password);
            unit.run(() -> users.password(account.user(), anew));
        });
        return right.map(Stored::user);
    }

    private Optional<Stored> matching(Kind kind, String address, String password) {
        Optional<Stored> found = users.find(kind, address);
        boolean same = hashes.matches(password, found.map(Stored::passwordHash).orElse(null));
        return found.filter(account -> same && account.user().enabled());
    }
}
