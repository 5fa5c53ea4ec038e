package org.bottega.core.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.bottega.api.Caller;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.Users.Filter;
import org.bottega.api.platform.Users.Kind;
import org.bottega.api.platform.Users.NewUser;
import org.bottega.api.platform.Users.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UsersTest extends PeopleTest {

    private <T> T by(String seller, Set<String> permissions, Supplier<T> work) {
        return platform.callers()
                .as(new Caller(a, Caller.Kind.STAFF, "boss", seller, null, permissions, "r"), work::get);
    }

    private String refusal(String seller, Set<String> permissions, Supplier<?> work) {
        return refused(() -> by(seller, permissions, work)).code();
    }

    private static NewUser wanted(Kind kind, String email, String seller, String role) {
        return new NewUser(kind, email, null, seller, role, null);
    }

    @Test
    @DisplayName("a new user is mailed a link, once per kind and address")
    void create() {
        User sam = staff(a, "Sam@example.com", "administrator", "anna");
        assertFalse(sam.ready());
        assertEquals(Locale.ENGLISH, sam.locale());
        assertEquals(1, mails(a, "invitation"));
        assertEquals(
                "user-exists",
                refused(() -> staff(a, "sam@EXAMPLE.com", "support", null)).code());
        buyer(a, "sam@example.com");
        staff(b, "sam@example.com", "support", null);
        ready(sam, a);
        assertTrue(platform.as(a, () -> users.find(sam.id())).orElseThrow().ready());
        assertTrue(platform.as(b, () -> users.find(sam.id())).isEmpty());
        var audit = platform.as(a, () -> platform.core().audit().list("user.create", PageRequest.of(null, null)));
        assertEquals(2, audit.items().size());
    }

    @Test
    @DisplayName("what is missing or unknown is named")
    void refusals() {
        assertEquals(
                "role-not-found",
                refused(() -> staff(a, "x@example.com", "ghost", null)).code());
        assertEquals(
                "seller-not-found",
                refused(() -> staff(a, "x@example.com", "support", "ghost")).code());
        assertEquals(
                "role-missing",
                refused(() -> staff(a, "x@example.com", null, null)).code());
        assertEquals(
                "email-invalid", refused(() -> staff(a, "x", "support", null)).code());
        assertEquals(
                "role-of-buyer",
                refused(() -> platform.as(a, () -> users.create(wanted(Kind.BUYER, "x@example.com", null, "support"))))
                        .code());
        assertEquals(
                "kind-missing",
                refused(() -> platform.as(a, () -> users.create(wanted(null, "x@example.com", null, "support"))))
                        .code());
        assertEquals(
                "user-not-found",
                refused(() -> platform.as(a, () -> users.disable("ghost"))).code());
        assertEquals(0, platform.mails(a).size());
    }

    @Test
    @DisplayName("nobody gives, changes or takes away what he does not have, or at another seller")
    void escalation() {
        Set<String> some = Set.of("core:users", "sales:read");
        User admin = staff(a, "admin@example.com", "administrator", null);
        User annas = staff(a, "anna@example.com", "support", "anna");
        User brunos = staff(a, "bruno@example.com", "support", "bruno");
        assertEquals(
                "permission-missing",
                refusal(null, some, () -> users.create(wanted(Kind.STAFF, "x@example.com", null, "administrator"))));
        assertEquals("permission-missing", refusal(null, some, () -> users.changeRole(annas.id(), "administrator")));
        assertEquals("permission-missing", refusal(null, some, () -> users.disable(admin.id())));
        assertEquals("permission-missing", refusal(null, some, () -> users.changeRole(admin.id(), "support")));
        assertEquals("user-not-found", refusal("anna", some, () -> users.disable(brunos.id())));
        assertEquals(
                "seller-not-found",
                refusal("anna", some, () -> users.create(wanted(Kind.STAFF, "x@example.com", "bruno", "support"))));
        assertEquals(
                "seller-confined",
                refusal("anna", some, () -> users.create(wanted(Kind.BUYER, "x@example.com", null, null))));
        User made = by("anna", some, () -> users.create(wanted(Kind.STAFF, "new@example.com", null, "support")));
        assertEquals("anna", made.seller());
        by("anna", some, () -> users.disable(annas.id()));
    }

    @Test
    @DisplayName("nobody shuts himself out")
    void oneself() {
        User admin = ready(staff(a, "admin@example.com", "administrator", null), a);
        assertEquals(
                "own-account",
                refused(() -> as(a, "admin@example.com", () -> users.disable(admin.id())))
                        .code());
        assertEquals(
                "own-account",
                refused(() -> as(a, "admin@example.com", () -> users.changeRole(admin.id(), "support")))
                        .code());
    }

    @Test
    @DisplayName("the list is filtered, paged, and confined to the caller's seller; its cursor fits no other list")
    void list() {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(
                    0,
                    staff(a, "s" + i + "@example.com", "support", i % 2 == 0 ? "anna" : "bruno")
                            .id());
        }
        buyer(a, "bea@example.com");
        Filter staff = new Filter(Kind.STAFF, null, null, null, null);
        Page<User> first = platform.as(a, () -> users.list(staff, new PageRequest(3, null)));
        Page<User> second = platform.as(a, () -> users.list(staff, new PageRequest(3, first.next())));
        List<String> seen = new ArrayList<>(first.map(User::id).items());
        seen.addAll(second.map(User::id).items());
        assertEquals(Set.copyOf(ids), Set.copyOf(seen));
        assertEquals(5, seen.size());
        assertEquals(null, second.next());
        assertEquals(
                "cursor-invalid",
                refused(() -> platform.as(a, () -> users.list(Filter.ALL, new PageRequest(3, first.next()))))
                        .code());
        Set<String> right = Set.of("core:users");
        assertEquals(
                3,
                by("anna", right, () -> users.list(Filter.ALL, PageRequest.of(null, null)))
                        .items()
                        .size());
        assertEquals(
                0,
                by(
                                "anna",
                                right,
                                () -> users.list(
                                        new Filter(null, null, "bruno", null, null), PageRequest.of(null, null)))
                        .items()
                        .size());
        assertEquals(1, found(new Filter(null, "BEA@example.com", null, null, null)));
        assertEquals(2, found(new Filter(null, null, "bruno", "support", true)));
        assertEquals(0, found(new Filter(null, null, null, null, false)));
    }

    private int found(Filter filter) {
        return platform.as(a, () -> users.list(filter, PageRequest.of(null, null)))
                .items()
                .size();
    }
}
