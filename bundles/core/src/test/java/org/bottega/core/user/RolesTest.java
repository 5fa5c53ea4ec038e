package org.bottega.core.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.bottega.api.Caller;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.Roles.Role;
import org.bottega.api.platform.Users.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RolesTest extends PeopleTest {

    private <T> T by(String seller, Set<String> permissions, Supplier<T> work) {
        return platform.callers()
                .as(new Caller(a, Caller.Kind.STAFF, "boss", seller, null, permissions, "r"), work::get);
    }

    private String refusal(String seller, Set<String> permissions, Supplier<?> work) {
        return refused(() -> by(seller, permissions, work)).code();
    }

    @Test
    @DisplayName("built-in roles follow the modules and cannot be changed; a role in use stays")
    void roles() {
        Role clerk = platform.as(a, () -> roles.create("clerk", Set.of("sales:read")));
        List<Role> all = all(a);
        assertEquals(
                List.of("administrator", "support", "clerk"),
                all.stream().map(Role::id).toList());
        assertEquals(platform.modules().permissions(), all.get(0).permissions());
        assertTrue(all.get(1).permissions().contains("sales:read"));
        assertFalse(all.get(1).permissions().contains("sales:write"));
        assertEquals(clerk, all.get(2));
        assertEquals("role-exists", role(() -> roles.create("clerk", Set.of("sales:read"))));
        assertEquals("role-exists", role(() -> roles.create("support", Set.of("sales:read"))));
        assertEquals("role-built-in", role(() -> roles.change("support", Set.of("sales:read"))));
        assertEquals("permission-unknown", role(() -> roles.create("x2", Set.of("sales:fly"))));
        assertEquals("permissions-missing", role(() -> roles.create("x2", Set.of())));
        assertEquals("slug-invalid", role(() -> roles.create("X", Set.of("sales:read"))));
        assertEquals("role-not-found", role(() -> roles.change("ghost", Set.of("sales:read"))));
        User sam = staff(a, "sam@example.com", "clerk", null);
        assertEquals("role-in-use", role(() -> {
            roles.remove("clerk");
            return null;
        }));
        assertEquals(
                "role-of-buyer",
                role(() -> users.changeRole(buyer(a, "b@example.com").id(), "clerk")));
        platform.as(a, () -> users.changeRole(sam.id(), "support"));
        platform.as(a, () -> roles.remove("clerk"));
        assertEquals(2, all(a).size());
        assertEquals(2, all(b).size());
    }

    private List<Role> all(String tenant) {
        return page(tenant, 500, null).items();
    }

    private Page<Role> page(String tenant, int limit, String cursor) {
        return platform.as(tenant, () -> roles.list(new PageRequest(limit, cursor)));
    }

    @Test
    @DisplayName("roles are paged, whatever the size of a page; a cursor is good for its own marketplace only")
    void pages() {
        List<String> ids = List.of("administrator", "support", "apprentice", "clerk", "warden");
        ids.subList(2, 5).forEach(id -> platform.as(a, () -> roles.create(id, Set.of("sales:read"))));
        for (int size = 1; size <= 6; size++) {
            List<String> seen = new ArrayList<>();
            Page<Role> page = page(a, size, null);
            page.items().forEach(role -> seen.add(role.id()));
            while (page.next() != null) {
                page = page(a, size, page.next());
                assertFalse(page.items().isEmpty());
                page.items().forEach(role -> seen.add(role.id()));
            }
            assertEquals(ids, seen, "pages of " + size);
        }
        String next = page(a, 1, null).next();
        assertEquals("cursor-invalid", refused(() -> page(b, 1, next)).code());
    }

    private String role(Supplier<?> work) {
        return refused(() -> platform.as(a, work::get)).code();
    }

    @Test
    @DisplayName("roles are the marketplace's: nobody gives more than he has, a seller's staff gives nothing")
    void rolesByWhom() {
        Set<String> some = Set.of("core:users", "sales:read");
        assertEquals("permission-missing", refusal(null, some, () -> roles.create("x2", Set.of("sales:write"))));
        assertEquals("seller-confined", refusal("anna", some, () -> roles.create("x2", Set.of("sales:read"))));
        platform.as(a, () -> roles.create("writer", Set.of("sales:write")));
        assertEquals("permission-missing", refusal(null, some, () -> roles.change("writer", Set.of("sales:read"))));
        by(null, some, () -> roles.create("reader", Set.of("sales:read")));
    }

    @Test
    @DisplayName("a role is changed and removed only by who could have made it, before and after")
    void changesByWhom() {
        Set<String> some = Set.of("core:users", "sales:read");
        platform.as(a, () -> roles.create("reader", Set.of("sales:read")));
        platform.as(a, () -> roles.create("writer", Set.of("sales:write")));

        assertEquals("seller-confined", refusal("anna", some, () -> roles.change("reader", Set.of("sales:read"))));
        assertEquals("seller-confined", refusal("anna", some, () -> removed("reader")));
        assertEquals("permission-missing", refusal(null, some, () -> roles.change("reader", Set.of("sales:write"))));
        assertEquals("permission-missing", refusal(null, some, () -> removed("writer")));
        assertEquals("permission-unknown", role(() -> roles.change("reader", Set.of("sales:fly"))));
        assertEquals(
                List.of(Set.of("sales:read"), Set.of("sales:write")),
                all(a).subList(2, 4).stream().map(Role::permissions).toList());

        by(null, some, () -> removed("reader"));
        assertEquals("writer", all(a).get(2).id());
    }

    private Void removed(String id) {
        roles.remove(id);
        return null;
    }

    @Test
    @DisplayName("each change of a role is answered as it is then, and audited with what it was")
    void audited() {
        platform.as(a, () -> roles.create("clerk", Set.of("sales:read")));
        Role changed = platform.as(a, () -> roles.change("clerk", Set.of("sales:write")));
        assertEquals(new Role("clerk", Set.of("sales:write"), false), changed);
        assertEquals(changed, all(a).get(2));
        platform.as(a, () -> roles.remove("clerk"));

        assertEquals("{\"permissions\":\"sales:read\"}", details("role.create"));
        String change = details("role.change");
        assertTrue(change.contains("\"before\":\"sales:read\""), change);
        assertTrue(change.contains("\"permissions\":\"sales:write\""), change);
        assertEquals("{\"permissions\":\"sales:write\"}", details("role.remove"));
    }

    private String details(String action) {
        var lines = platform.as(a, () -> platform.core().audit().list(action, PageRequest.of(null, null)))
                .items();
        assertEquals(1, lines.size());
        assertEquals("clerk", lines.get(0).subject());
        return lines.get(0).details();
    }

    @Test
    @DisplayName("what concerns the whole marketplace is out of the reach of a seller's staff, whatever the role")
    void confined() {
        platform.as(a, () -> roles.create("boss", Set.of("core:users", "core:modules", "core:policies", "sales:read")));
        User ann = ready(staff(a, "ann@example.com", "boss", "anna"), a);
        assertEquals(
                Set.of("core:users", "core:account", "sales:read"),
                who(a, login(a, "ann@example.com", PASSWORD).orElseThrow())
                        .orElseThrow()
                        .permissions());
        platform.as(a, () -> users.changeRole(ann.id(), "administrator"));
        assertEquals(
                Set.of("core:account", "core:sellers", "sales:read", "sales:write"),
                who(a, login(a, "ann@example.com", PASSWORD).orElseThrow())
                        .orElseThrow()
                        .permissions());
    }
}
