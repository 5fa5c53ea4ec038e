package org.bottega.core.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import org.bottega.api.Caller;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.platform.Tokens.Issued;
import org.bottega.api.platform.Tokens.Login;
import org.bottega.api.platform.Users.Kind;
import org.bottega.api.platform.Users.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoginTest extends PeopleTest {

    @Test
    @DisplayName("ACC-09 a seller's staff logs in and is confined to that seller; scope narrows")
    void staff() {
        User sam = ready(staff(a, "sam@example.com", "administrator", "anna"), a);
        Issued all = login(a, "SAM@example.com", PASSWORD).orElseThrow();
        Caller caller = who(a, all).orElseThrow();
        assertEquals(Caller.Kind.STAFF, caller.kind());
        assertEquals(sam.id(), caller.id());
        assertEquals("anna", caller.seller());
        assertEquals(Set.of("sales:read", "sales:write", "core:account", "core:sellers"), caller.permissions());
        assertEquals(caller.permissions(), all.scope());
        Issued some = login(a, "sam@example.com", PASSWORD, "sales:read").orElseThrow();
        assertEquals(Set.of("sales:read"), who(a, some).orElseThrow().permissions());
        assertEquals(
                "invalid-scope",
                refused(() -> login(a, "sam@example.com", PASSWORD, "core:users"))
                        .code());
        assertEquals(3600, all.expiresIn());
        var audit = platform.as(a, () -> platform.core().audit().list("login", PageRequest.of(null, null)));
        assertEquals(2, audit.items().size());
    }

    @Test
    @DisplayName("a buyer is known by the proved address, in lower case")
    void buyer() {
        ready(buyer(a, "Bea@example.com"), a);
        Caller caller =
                who(a, login(a, "bea@example.com", PASSWORD).orElseThrow()).orElseThrow();
        assertEquals(Caller.Kind.BUYER, caller.kind());
        assertEquals("bea@example.com", caller.email());
        assertEquals(Set.of("core:account"), caller.permissions());
    }

    @Test
    @DisplayName("wrong password, unknown address, no password yet, disabled and another marketplace look the same")
    void indistinguishable() {
        User sam = ready(staff(a, "sam@example.com", "support", null), a);
        staff(a, "new@example.com", "support", null);
        assertTrue(login(a, "sam@example.com", "wrong-1").isEmpty());
        assertTrue(login(a, "nobody@example.com", PASSWORD).isEmpty());
        assertTrue(login(a, "new@example.com", PASSWORD).isEmpty());
        assertTrue(login(b, "sam@example.com", PASSWORD).isEmpty());
        assertTrue(login(a, "sam@example.com", PASSWORD).isPresent());
        platform.as(a, () -> users.disable(sam.id()));
        assertTrue(login(a, "sam@example.com", PASSWORD).isEmpty());
    }

    @Test
    @DisplayName("the same address at two marketplaces, and as staff and buyer, are different accounts")
    void sameAddress() {
        reset(a, token(a, staff(a, "sam@example.com", "support", null).email()), "as-staff-1");
        reset(a, token(a, buyer(a, "sam@example.com").email()), "as-buyer-1");
        reset(b, token(b, staff(b, "sam@example.com", "support", null).email()), "elsewhere-1");
        assertEquals(Caller.Kind.STAFF, kind("as-staff-1", null));
        assertEquals(Caller.Kind.BUYER, kind("as-buyer-1", null));
        assertEquals(Caller.Kind.BUYER, kind("as-buyer-1", Kind.BUYER));
        assertTrue(tokens.login(a, new Login("sam@example.com", "as-buyer-1", Kind.STAFF, null), Set.of())
                .isEmpty());
        assertTrue(login(a, "sam@example.com", "elsewhere-1").isEmpty());
        Issued there = login(b, "sam@example.com", "elsewhere-1").orElseThrow();
        assertTrue(who(a, there).isEmpty());
        assertTrue(who(b, there).isPresent());
        assertTrue(tokens.refresh(a, there.refresh(), Set.of()).isEmpty());
        assertTrue(tokens.refresh(b, there.refresh(), Set.of()).isPresent());
    }

    private Caller.Kind kind(String password, Kind kind) {
        Issued issued = tokens.login(a, new Login("sam@example.com", password, kind, null), Set.of())
                .orElseThrow();
        return who(a, issued).orElseThrow().kind();
    }

    @Test
    @DisplayName("disabling ends sessions at once; a role's change holds at the next request")
    void atOnce() {
        platform.as(a, () -> roles.create("clerk", Set.of("sales:read")));
        User sam = ready(staff(a, "sam@example.com", "clerk", null), a);
        Issued issued = login(a, "sam@example.com", PASSWORD).orElseThrow();
        assertEquals(
                Set.of("sales:read", "core:account"),
                who(a, issued).orElseThrow().permissions());
        platform.as(a, () -> roles.change("clerk", Set.of("sales:write")));
        assertEquals(
                Set.of("sales:write", "core:account"),
                who(a, issued).orElseThrow().permissions());
        platform.as(a, () -> users.changeRole(sam.id(), "support"));
        assertEquals(
                Set.of("sales:read", "core:account"),
                who(a, issued).orElseThrow().permissions());
        platform.as(a, () -> users.disable(sam.id()));
        assertTrue(who(a, issued).isEmpty());
        assertTrue(tokens.refresh(a, issued.refresh(), Set.of()).isEmpty());
        platform.as(a, () -> users.enable(sam.id()));
        assertTrue(who(a, issued).isEmpty());
        assertTrue(login(a, "sam@example.com", PASSWORD).isPresent());
    }

    @Test
    @DisplayName("a refresh token is good once; used again it ends the whole login, and no other")
    void reuse() {
        ready(staff(a, "sam@example.com", "support", null), a);
        Issued first = login(a, "sam@example.com", PASSWORD).orElseThrow();
        Issued other = login(a, "sam@example.com", PASSWORD).orElseThrow();
        Issued second = tokens.refresh(a, first.refresh(), Set.of()).orElseThrow();
        assertNotEquals(first.refresh(), second.refresh());
        assertTrue(who(a, first).isPresent());
        assertTrue(who(a, second).isPresent());
        assertTrue(tokens.refresh(a, first.refresh(), Set.of()).isEmpty());
        assertTrue(who(a, first).isEmpty());
        assertTrue(who(a, second).isEmpty());
        assertTrue(tokens.refresh(a, second.refresh(), Set.of()).isEmpty());
        assertTrue(who(a, other).isPresent());
        assertTrue(tokens.refresh(a, other.token(), Set.of()).isEmpty());
        assertFalse(tokens.authenticate(a, other.refresh(), "r").isPresent());
    }

    @Test
    @DisplayName("a refresh narrows the scope further and never widens it")
    void refreshScope() {
        ready(staff(a, "sam@example.com", "administrator", null), a);
        Issued first = login(a, "sam@example.com", PASSWORD, "sales:read", "sales:write")
                .orElseThrow();
        Issued second = tokens.refresh(a, first.refresh(), Set.of("sales:read")).orElseThrow();
        assertEquals(Set.of("sales:read"), who(a, second).orElseThrow().permissions());
        Problem wider = refused(() -> tokens.refresh(a, second.refresh(), Set.of("sales:write")));
        assertEquals("invalid-scope", wider.code());
        assertTrue(wider.getMessage().contains("this login was narrowed"), wider.getMessage());
        assertTrue(tokens.refresh(a, second.refresh(), Set.of()).isPresent());
    }

    @Test
    @DisplayName("a token is good for 59:59.999 and not at 60:00, a refresh token for 30 days less a millisecond")
    void expiry() {
        ready(staff(a, "sam@example.com", "support", null), a);
        Issued issued = login(a, "sam@example.com", PASSWORD).orElseThrow();
        platform.clock().advance(Duration.ofHours(1).minusMillis(1));
        assertTrue(who(a, issued).isPresent());
        platform.clock().advance(Duration.ofMillis(1));
        assertTrue(who(a, issued).isEmpty());
        platform.clock().advance(Duration.ofDays(30).minusHours(1).minusMillis(1));
        Issued next = tokens.refresh(a, issued.refresh(), Set.of()).orElseThrow();
        platform.clock().advance(Duration.ofDays(30));
        assertTrue(tokens.refresh(a, next.refresh(), Set.of()).isEmpty());
        platform.advance(Duration.ofMillis(1));
    }

    @Test
    @DisplayName("logging out ends both tokens of the login")
    void revoke() {
        ready(staff(a, "sam@example.com", "support", null), a);
        Issued one = login(a, "sam@example.com", PASSWORD).orElseThrow();
        Issued other = login(a, "sam@example.com", PASSWORD).orElseThrow();
        tokens.revoke(b, one.token());
        assertTrue(who(a, one).isPresent());
        tokens.revoke(a, one.refresh());
        assertTrue(who(a, one).isEmpty());
        assertTrue(tokens.refresh(a, one.refresh(), Set.of()).isEmpty());
        tokens.revoke(a, other.token());
        assertTrue(tokens.refresh(a, other.refresh(), Set.of()).isEmpty());
    }
}
