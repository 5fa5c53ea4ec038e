package org.bottega.core.user;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bottega.api.Caller;
import org.bottega.api.platform.Account;
import org.bottega.api.platform.Passwords;
import org.bottega.api.platform.Passwords.Ask;
import org.bottega.api.platform.Roles;
import org.bottega.api.platform.Tokens;
import org.bottega.api.platform.Tokens.Issued;
import org.bottega.api.platform.Tokens.Login;
import org.bottega.api.platform.Users;
import org.bottega.api.platform.Users.Kind;
import org.bottega.api.platform.Users.NewUser;
import org.bottega.api.platform.Users.User;
import org.bottega.core.testing.PlatformTest;
import org.bottega.core.testing.SentMail;
import org.junit.jupiter.api.BeforeEach;

/** Base of tests about staff and buyers: two marketplaces, {@code a} with the sellers anna and bruno, for each test. */
abstract class PeopleTest extends PlatformTest {

    static final String PASSWORD = "correct-1";
    private static final Pattern LINK = Pattern.compile("/t/[a-z0-9-]+/password/reset\\?token=([\\w-]{43})\\s");
    private static int tenants;

    String a;
    String b;
    Users users;
    Roles roles;
    Account account;
    Passwords passwords;
    Tokens tokens;

    @BeforeEach
    void tenants() {
        if (platform.modules().permissions().stream().noneMatch(p -> p.startsWith("sales:"))) {
            platform.module(module("sales"));
            platform.work(platform.core().people().work());
        }
        a = "people-a" + ++tenants
                + Integer.toHexString(getClass().getSimpleName().hashCode());
        b = "people-b" + tenants
                + Integer.toHexString(getClass().getSimpleName().hashCode());
        platform.newTenant(a);
        platform.newTenant(b);
        platform.newSeller(a, "anna");
        platform.newSeller(a, "bruno");
        users = platform.core().people().users();
        roles = platform.core().people().roles();
        account = platform.core().people().account();
        passwords = platform.core().people().passwords();
        tokens = platform.core().tokens();
    }

    /** Staff of the tenant or of a seller, who has not set a password yet. */
    User staff(String tenant, String email, String role, String seller) {
        return platform.as(tenant, () -> users.create(new NewUser(Kind.STAFF, email, "Sam", seller, role, null)));
    }

    User buyer(String tenant, String email) {
        return platform.as(tenant, () -> users.create(new NewUser(Kind.BUYER, email, null, null, null, null)));
    }

    /** The same, with a password. */
    User ready(User user, String tenant) {
        reset(tenant, token(tenant, user.email()), PASSWORD);
        return user;
    }

    /** Runs as nobody in particular. */
    <T> T anybody(String tenant, Supplier<T> work) {
        return platform.callers().as(Caller.anonymous(tenant, "req"), work::get);
    }

    void forgot(String tenant, String email) {
        anybody(tenant, () -> {
            passwords.forgot(new Ask(email, null, null, null));
            return null;
        });
        platform.advance(Duration.ZERO);
    }

    void reset(String tenant, String token, String password) {
        anybody(tenant, () -> {
            passwords.reset(token, password);
            return null;
        });
    }

    /** The token in the newest mail with a link to an address. */
    String token(String tenant, String email) {
        return platform.mails(tenant).stream()
                .filter(mail -> mail.to().equals(email))
                .map(SentMail::text)
                .map(LINK::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    long mails(String tenant, String template) {
        return platform.mails(tenant).stream()
                .filter(mail -> mail.template().equals(template))
                .count();
    }

    Optional<Issued> login(String tenant, String email, String password, String... scope) {
        return tokens.login(tenant, new Login(email, password, null, null), Set.of(scope));
    }

    Optional<Caller> who(String tenant, Issued issued) {
        return tokens.authenticate(tenant, issued.token(), "req-1");
    }

    /** Runs as the person who has just logged in. */
    <T> T as(String tenant, String email, Supplier<T> work) {
        Caller caller =
                who(tenant, login(tenant, email, PASSWORD).orElseThrow()).orElseThrow();
        return platform.callers().as(caller, work::get);
    }
}
