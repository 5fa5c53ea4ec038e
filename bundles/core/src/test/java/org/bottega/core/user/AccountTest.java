package org.bottega.core.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Locale;
import java.util.Set;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.api.platform.Tokens.Issued;
import org.bottega.api.platform.Users.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AccountTest extends PeopleTest {

    @Test
    @DisplayName("ACC-04 the own password is changed with the old one only; all sessions end; a mail tells")
    void own() {
        ready(staff(a, "sam@example.com", "support", "anna"), a);
        Issued before = login(a, "sam@example.com", PASSWORD).orElseThrow();
        Caller sam = who(a, before).orElseThrow();
        assertEquals("password-wrong", changed(sam, "wrong-1", "another-2").code());
        assertEquals(
                "password-too-long", changed(sam, PASSWORD, "a1".repeat(11)).code());
        assertEquals("password-unchanged", changed(sam, PASSWORD, PASSWORD).code());
        assertEquals("password-wrong", changed(sam, "wrong-1", "wrong-1").code());
        assertTrue(who(a, before).isPresent());
        platform.callers().as(sam, () -> {
            account.changePassword(PASSWORD, "another-2");
            return null;
        });
        assertTrue(who(a, before).isEmpty());
        assertTrue(login(a, "sam@example.com", "another-2").isPresent());
        assertEquals(2, mails(a, "password-changed"));
    }

    private Problem changed(Caller caller, String old, String password) {
        return refused(() -> platform.callers().as(caller, () -> {
            account.changePassword(old, password);
            return null;
        }));
    }

    @Test
    @DisplayName("ACC-08 the page of a marketplace has one address, which everybody logged in may give away")
    void page() {
        ready(staff(a, "sam@example.com", "support", "anna"), a);
        assertEquals(
                "https://shop.example/t/" + a + "/password/forgot",
                as(a, "sam@example.com", () -> account.passwordPage()));
    }

    @Test
    @DisplayName("the own name and language are changed; a program has no account")
    void profile() {
        ready(staff(a, "sam@example.com", "support", null), a);
        User changed = as(a, "sam@example.com", () -> account.change("Samuel", Locale.ITALIAN));
        assertEquals("Samuel", changed.name());
        assertEquals(changed, as(a, "sam@example.com", () -> account.own()));
        Caller program = new Caller(a, Caller.Kind.CLIENT, "cl_1", null, null, Set.of("core:account"), "r");
        assertEquals(
                "account-not-found",
                refused(() -> platform.callers().as(program, () -> account.own()))
                        .code());
    }
}
