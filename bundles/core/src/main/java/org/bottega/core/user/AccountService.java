package org.bottega.core.user;

import java.util.Locale;
import java.util.Map;
import org.bottega.api.Audit;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.Account;
import org.bottega.api.platform.Users.User;
import org.bottega.core.base.Checks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The caller's own account. */
@Component
public final class AccountService implements Account {

    private static final int NAME = 200;

    private final Own own;
    private final Gate gate;
    private final PasswordHashes hashes;
    private final PasswordDesk desk;
    private final UnitOfWork unit;

    /** The account at hand. */
    @Component(service = Own.class)
    public static final class Own {
        private final Callers callers;
        private final UserStore users;
        private final ResetLinks links;
        private final LoginMails mails;
        private final Audit audit;

        @Activate
        public Own(
                @Reference Callers callers,
                @Reference UserStore users,
                @Reference ResetLinks links,
                @Reference LoginMails mails,
                @Reference Audit audit) {
            this.callers = callers;
            this.users = users;
            this.links = links;
            this.mails = mails;
            this.audit = audit;
        }

        private User user() {
            Caller caller = callers.current();
            boolean person = caller.kind() == Caller.Kind.STAFF || caller.kind() == Caller.Kind.BUYER;
            if (!person) {
                throw Problem.notFound("account", "of " + caller.id());
            }
            return users.find(caller.tenant(), caller.id()).orElseThrow(() -> Problem.notFound("account", caller.id()));
        }
    }

    @Activate
    public AccountService(
            @Reference Own own,
            @Reference Gate gate,
            @Reference PasswordHashes hashes,
            @Reference PasswordDesk desk,
            @Reference UnitOfWork unit) {
        this.own = own;
        this.gate = gate;
        this.hashes = hashes;
        this.desk = desk;
        this.unit = unit;
    }

    @Override
    public User own() {
        return own.user();
    }

    @Override
    public User change(String name, Locale locale) {
        User user = own.user();
        String checked = name == null ? null : Checks.text("name", name, NAME);
        Locale language = Checks.locale("locale", locale == null ? null : locale.toLanguageTag());
        return unit.call(() -> {
            own.users.profile(user.id(), checked, language);
            own.audit.record("account.change", user.id(), Map.of("locale", language.toLanguageTag()));
            return own.user();
        });
    }

    @Override
    public void changePassword(String old, String password) {
        User user = own.user();
        PasswordRules.check("password", password);
        if (gate.check(user.email(), old == null ? "" : old, user.kind(), null).isEmpty()) {
            throw new Problem(Problem.Kind.FORBIDDEN, "password-wrong", "the old password is another one");
        }
        if (password.equals(old)) {
            throw Problem.invalid("password-unchanged", "password", "another one than the old password");
        }
        String hash = hashes.hash(password);
        unit.run(() -> {
            own.links.end(user);
            desk.set(user, hash, "password.change");
        });
    }

    @Override
    public String passwordPage() {
        return own.mails.page();
    }
}
