package org.bottega.core.user;

import java.util.Map;
import java.util.Optional;
import org.bottega.api.Audit;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.Passwords;
import org.bottega.api.platform.Users.NewUser;
import org.bottega.api.platform.Users.User;
import org.bottega.core.base.Checks;
import org.bottega.core.user.ResetLinkRows.Link;
import org.bottega.core.user.UserRows.Stored;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forgotten passwords, and buyers who register (ACC-01 to ACC-08). */
@Component
public final class PasswordService implements Passwords {

    private static final int NAME = 200;

    private final Counter counter;
    private final ResetLinks links;
    private final PasswordHashes hashes;
    private final PasswordDesk desk;
    private final UnitOfWork unit;

    /** Where requests are taken, and accounts opened. */
    @Component(service = Counter.class)
    public static final class Counter {
        private final Throttle throttle;
        private final Asks asks;
        private final UserStore users;
        private final LoginMails mails;
        private final Audit audit;

        @Activate
        public Counter(
                @Reference Throttle throttle,
                @Reference Asks asks,
                @Reference UserStore users,
                @Reference LoginMails mails,
                @Reference Audit audit) {
            this.throttle = throttle;
            this.asks = asks;
            this.users = users;
            this.mails = mails;
            this.audit = audit;
        }

        private void take(Ask ask, boolean registers) {
            Checks.email("email", ask.email());
            if (ask.name() != null) {
                Checks.text("name", ask.name(), NAME);
            }
            if (ask.locale() != null) {
                Checks.locale("locale", ask.locale().toLanguageTag());
            }
            throttle.claim(Throttle.Of.MAILS, ask.address());
            asks.take(ask, registers);
        }

        /** The account that a link is for; it is opened when the link is for that. */
        private User account(Link link) {
            Optional<Stored> found = users.find(link.kind(), link.email());
            if (found.isPresent() || !link.newAccount()) {
                return found.map(Stored::user).filter(User::enabled).orElseThrow(PasswordService::expired);
            }
            User user = users.add(new NewUser(
                    link.kind(),
                    link.email(),
                    link.name(),
                    null,
                    null,
                    link.locale() == null ? mails.language() : link.locale()));
            audit.record("user.register", user.id(), Map.of("kind", user.kind().name()));
            return user;
        }
    }

    @Activate
    public PasswordService(
            @Reference Counter counter,
            @Reference ResetLinks links,
            @Reference PasswordHashes hashes,
            @Reference PasswordDesk desk,
            @Reference UnitOfWork unit) {
        this.counter = counter;
        this.links = links;
        this.hashes = hashes;
        this.desk = desk;
        this.unit = unit;
    }

    @Override
    public void forgot(Ask ask) {
        counter.take(ask, false);
    }

    @Override
    public void register(Ask ask) {
        counter.take(ask, true);
    }

    @Override
    public Optional<Invited> look(String token) {
        return token == null
                ? Optional.empty()
                : unit.call(() -> links.find(token)).map(link -> new Invited(link.email(), link.newAccount()));
    }

    @Override
    public void reset(String token, String password) {
        if (look(token).isEmpty()) {
            throw expired();
        }
        PasswordRules.check("password", password);
        String hash = hashes.hash(password);
        unit.run(() -> {
            Link link = links.use(token).orElseThrow(PasswordService::expired);
            desk.set(counter.account(link), hash, "password.reset");
        });
    }

    private static Problem expired() {
        return new Problem(
                Problem.Kind.GONE,
                "link-expired",
                "this link was used, is too old or was replaced by a newer one; ask for another");
    }
}
