package org.bottega.core.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Locale;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.api.platform.Passwords.Ask;
import org.bottega.api.platform.Tokens.Issued;
import org.bottega.api.platform.Users.Filter;
import org.bottega.api.platform.Users.Kind;
import org.bottega.api.platform.Users.User;
import org.bottega.core.testing.SentMail;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PasswordsTest extends PeopleTest {

    private static final Duration HALF_HOUR = Duration.ofMinutes(30);

    private Problem resetRefused(String token, String password) {
        return refused(() -> reset(a, token, password));
    }

    @Test
    @DisplayName("ACC-02 ACC-03 the link goes to the address of the account, and the mail names inbox and spam")
    void mailed() {
        ready(staff(a, "Sam@example.com", "support", null), a);
        Issued before = login(a, "sam@example.com", PASSWORD).orElseThrow();
        forgot(a, "sam@EXAMPLE.com");
        SentMail mail = platform.mails(a).stream()
                .filter(m -> m.template().equals("password-forgotten"))
                .findFirst()
                .orElseThrow();
        assertEquals("Sam@example.com", mail.to());
        assertTrue(mail.text().contains("inbox") && mail.text().contains("spam"), mail.text());
        String token = token(a, "Sam@example.com");
        assertTrue(mail.text().contains("https://shop.example/t/" + a + "/password/reset?token=" + token), mail.text());
        reset(a, token, "another-2");
        assertTrue(login(a, "sam@example.com", PASSWORD).isEmpty());
        assertTrue(login(a, "sam@example.com", "another-2").isPresent());
        assertTrue(who(a, before).isEmpty());
        assertEquals(2, mails(a, "password-changed"));
    }

    @Test
    @DisplayName("ACC-07 D23 refused at 29:59.999 after the request before, taken at 30:00, account or not")
    void pause() {
        ready(staff(a, "sam@example.com", "support", null), a);
        for (String email : new String[] {"sam@example.com", "nobody@example.com"}) {
            forgot(a, email);
            Problem early = refused(() -> forgot(a, email));
            assertEquals("mail-on-its-way", early.code());
            assertEquals(Problem.Kind.TOO_MANY, early.kind());
            assertEquals(1800, early.members().get("retryAfter"));
            assertTrue(early.getMessage().contains("gives the e-mail time to arrive"), early.getMessage());
        }
        platform.advance(HALF_HOUR.minusMillis(1));
        for (String email : new String[] {"SAM@example.com", "Nobody@example.com"}) {
            assertEquals(1, refused(() -> forgot(a, email)).members().get("retryAfter"));
        }
        platform.clock().advance(Duration.ofMillis(1));
        forgot(a, "sam@example.com");
        forgot(a, "nobody@example.com");
        assertEquals(2, mails(a, "password-forgotten"));
        forgot(b, "sam@example.com");
    }

    @Test
    @DisplayName("ACC-07 a request whose row was cleared away, and one that never was, are the same")
    void cleared() {
        forgot(a, "nobody@example.com");
        platform.advance(HALF_HOUR.multipliedBy(3));
        forgot(a, "nobody@example.com");
        assertEquals(
                "mail-on-its-way",
                refused(() -> forgot(a, "nobody@example.com")).code());
    }

    @Test
    @DisplayName("D23 a link is good at 29:59.999 and not at 30:00")
    void linkLife() {
        ready(staff(a, "sam@example.com", "support", null), a);
        forgot(a, "sam@example.com");
        String token = token(a, "sam@example.com");
        platform.clock().advance(HALF_HOUR.minusMillis(1));
        assertTrue(anybody(a, () -> passwords.look(token)).isPresent());
        platform.clock().advance(Duration.ofMillis(1));
        assertFalse(anybody(a, () -> passwords.look(token)).isPresent());
        Problem late = resetRefused(token, "another-2");
        assertEquals("link-expired", late.code());
        assertEquals(Problem.Kind.GONE, late.kind());
        assertTrue(login(a, "sam@example.com", PASSWORD).isPresent());
    }

    @Test
    @DisplayName("D23 a link works once; a newer one voids the older; a password that is refused uses nothing up")
    void once() {
        ready(staff(a, "sam@example.com", "support", null), a);
        forgot(a, "sam@example.com");
        String first = token(a, "sam@example.com");
        platform.clock().advance(HALF_HOUR.minusMillis(1));
        assertTrue(anybody(a, () -> passwords.look(first)).isPresent());
        platform.clock().advance(Duration.ofMillis(1));
        forgot(a, "sam@example.com");
        String second = token(a, "sam@example.com");
        assertEquals("link-expired", resetRefused(first, "another-2").code());
        assertEquals("password-too-short", resetRefused(second, "abc-1").code());
        assertEquals(
                "link-expired", refused(() -> reset(b, second, "another-2")).code());
        reset(a, second, "another-2");
        assertEquals("link-expired", resetRefused(second, "another-3").code());
        assertEquals("link-expired", resetRefused("made-up", "another-3").code());
        assertTrue(login(a, "sam@example.com", "another-2").isPresent());
    }

    @Test
    @DisplayName("an invitation is voided by a newer link for the same account")
    void newerVoids() {
        staff(a, "sam@example.com", "support", null);
        String invited = token(a, "sam@example.com");
        forgot(a, "sam@example.com");
        assertEquals("link-expired", resetRefused(invited, "another-2").code());
        reset(a, token(a, "sam@example.com"), "another-2");
    }

    @Test
    @DisplayName("who is disabled gets no mail, and the link he has is worth nothing")
    void disabled() {
        User sam = staff(a, "sam@example.com", "support", null);
        String invited = token(a, "sam@example.com");
        platform.as(a, () -> users.disable(sam.id()));
        forgot(a, "sam@example.com");
        assertEquals(0, mails(a, "password-forgotten"));
        assertEquals("link-expired", resetRefused(invited, "another-2").code());
    }

    @Test
    @DisplayName("a buyer opens an account by a mailed link; an address that has one gets a link for it")
    void register() {
        register("bea@example.com", "Bea", Locale.ITALIAN);
        assertEquals(0, buyers());
        SentMail mail = platform.mails(a).get(0);
        assertEquals("registration", mail.template());
        assertTrue(mail.subject().startsWith("Apri il tuo account"), mail.subject());
        reset(a, token(a, "bea@example.com"), PASSWORD);
        assertEquals(1, buyers());
        Caller caller =
                who(a, login(a, "bea@example.com", PASSWORD).orElseThrow()).orElseThrow();
        assertEquals("bea@example.com", caller.email());
        User bea = platform.callers().as(caller, () -> account.own());
        assertEquals("Bea", bea.name());
        assertEquals(Locale.ITALIAN, bea.locale());
        platform.clock().advance(HALF_HOUR);
        register("BEA@example.com", "Somebody", null);
        assertEquals(1, mails(a, "registration"));
        assertEquals(1, mails(a, "password-forgotten"));
        assertEquals(1, buyers());
    }

    private void register(String email, String name, Locale locale) {
        anybody(a, () -> {
            passwords.register(new Ask(email, null, name, locale));
            return null;
        });
        platform.advance(Duration.ZERO);
    }

    private int buyers() {
        return platform.as(
                        a,
                        () -> users.list(
                                new Filter(Kind.BUYER, null, null, null, null),
                                org.bottega.api.PageRequest.of(null, null)))
                .items()
                .size();
    }
}
