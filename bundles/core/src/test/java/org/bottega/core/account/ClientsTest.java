package org.bottega.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bottega.api.Caller;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.platform.Clients;
import org.bottega.api.platform.Clients.Client;
import org.bottega.api.platform.Clients.NewClient;
import org.bottega.core.testing.PlatformTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClientsTest extends PlatformTest {

    private static int tenants;

    private String a;
    private String b;

    @BeforeEach
    void tenants() {
        if (!platform.modules().permissions().contains("sales:read")) {
            platform.module(module("sales"));
        }
        a = "client-a" + ++tenants;
        b = "client-b" + tenants;
        platform.newTenant(a);
        platform.newTenant(b);
        platform.newSeller(a, "anna");
        platform.newSeller(b, "bruno");
    }

    private static Clients clients() {
        return platform.core().clients();
    }

    private static NewClient create(String tenant, String seller, String... permissions) {
        return platform.as(tenant, () -> clients().create("Shop", seller, Set.of(permissions)));
    }

    private static List<String> ids(String tenant) {
        return platform.as(tenant, () -> clients().list()).stream()
                .map(Client::id)
                .toList();
    }

    @Test
    @DisplayName("a client gets a public id and a secret that is shown once and kept nowhere")
    void create() {
        NewClient made = create(a, "anna", "sales:read");
        assertTrue(
                made.client().id().matches("cl_[0-9A-HJKMNP-TV-Z]{12}"),
                made.client().id());
        assertEquals(43, made.secret().length());
        assertNotEquals(made.secret(), create(a, "anna", "sales:read").secret());
        Client listed = platform.as(a, () -> clients().list()).stream()
                .filter(client -> client.id().equals(made.client().id()))
                .findFirst()
                .orElseThrow();
        assertEquals(made.client(), listed);
        assertEquals(Set.of("sales:read"), listed.permissions());
        assertNull(listed.revokedAt());
        var audit = platform.as(a, () -> platform.core().audit().list("client.create", PageRequest.of(null, null)));
        assertEquals(2, audit.items().size());
        assertFalse(audit.toString().contains(made.secret()));
    }

    @Test
    @DisplayName("the newest comes first")
    void newestFirst() {
        String first = create(a, null, "sales:read").client().id();
        platform.clock().advance(Duration.ofMillis(1));
        String second = create(a, null, "sales:read").client().id();
        assertEquals(List.of(second, first), ids(a));
    }

    @Test
    @DisplayName("pages go on where the one before ended, also among clients of one moment")
    void pages() {
        for (int i = 0; i < 4; i++) {
            create(a, "anna", "sales:read");
        }
        platform.clock().advance(Duration.ofMillis(1));
        create(a, null, "sales:read");
        var first = platform.as(a, () -> clients().list(new PageRequest(3, null)));
        var second = platform.as(a, () -> clients().list(new PageRequest(3, first.next())));
        List<String> seen = new java.util.ArrayList<>(first.map(Client::id).items());
        seen.addAll(second.map(Client::id).items());
        assertEquals(ids(a), seen);
        assertNull(second.next());
        assertEquals(
                "cursor-invalid",
                refused(() -> platform.as(b, () -> clients().list(new PageRequest(3, first.next()))))
                        .code());
    }

    @Test
    @DisplayName("unknown permissions, sellers and empty labels are refused, and nothing is written")
    void refusals() {
        Problem unknown = refused(() -> create(a, null, "sales:read", "sales:fly", "ghost:read"));
        assertEquals("permission-unknown", unknown.code());
        assertEquals("permissions", unknown.errors().get(0).field());
        assertTrue(unknown.getMessage().contains("ghost:read, sales:fly"), unknown.getMessage());
        assertEquals("permissions-missing", refused(() -> create(a, null)).code());
        assertEquals(
                "seller-not-found",
                refused(() -> create(a, "bruno", "sales:read")).code());
        assertEquals(
                "text-missing",
                refused(() -> platform.as(a, () -> clients().create(" ", null, Set.of("sales:read"))))
                        .code());
        assertEquals(List.of(), ids(a));
    }

    @Test
    @DisplayName("nobody gives away a permission or a seller they do not have")
    void escalation() {
        Caller reader = new Caller(a, Caller.Kind.STAFF, "s", "anna", null, Set.of("sales:read"), "r");
        platform.newSeller(a, "carla");
        assertEquals("permission-missing", refusal(reader, "anna", "sales:write"));
        assertEquals("seller-not-found", refusal(reader, "carla", "sales:read"));
        assertEquals("seller-missing", refusal(reader, null, "sales:read"));
        String own = platform.callers()
                .as(reader, () -> clients().create("Shop", "anna", Set.of("sales:read")))
                .client()
                .id();
        String other = create(a, "carla", "sales:read").client().id();
        assertEquals(
                List.of(own),
                platform.callers().as(reader, () -> clients().list()).stream()
                        .map(Client::id)
                        .toList());
        assertEquals(
                "client-not-found",
                refused(() -> platform.callers().as(reader, () -> {
                            clients().revoke(other);
                            return null;
                        }))
                        .code());
    }

    private static String refusal(Caller caller, String seller, String permission) {
        return refused(() -> platform.callers().as(caller, () -> clients().create("Shop", seller, Set.of(permission))))
                .code();
    }

    @Test
    @DisplayName("revoking keeps the client in the list, may be repeated, and does not reach another marketplace")
    void revoke() {
        String id = create(a, null, "sales:read").client().id();
        assertEquals(List.of(), ids(b));
        assertEquals(
                "client-not-found",
                refused(() -> platform.as(b, () -> clients().revoke(id))).code());
        assertNull(platform.as(a, () -> clients().list()).get(0).revokedAt());
        platform.as(a, () -> clients().revoke(id));
        platform.as(a, () -> clients().revoke(id));
        assertNotNull(platform.as(a, () -> clients().list()).get(0).revokedAt());
        var audit = platform.as(a, () -> platform.core().audit().list("client.revoke", PageRequest.of(null, null)));
        assertEquals(1, audit.items().size());
    }
}
