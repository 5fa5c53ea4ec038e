package org.bottega.core.account;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.bottega.api.Caller;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.Clients.NewClient;
import org.bottega.api.platform.Tokens;
import org.bottega.api.platform.Tokens.Issued;
import org.bottega.core.base.Hashes;
import org.bottega.core.testing.PlatformTest;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class TokensTest extends PlatformTest {

    /** What lies in the table. */
    private static final class Raw extends Rows {
        Raw(Store store) {
            super(store);
        }

        long count(String id) {
            return query(
                            "select count(*) from core_token where tenant_id = ? and id = ?",
                            row -> row.number(1),
                            tenant(),
                            id)
                    .get(0);
        }
    }

    private static int tenants;

    private String a;
    private String b;
    private NewClient anna;
    private Tokens tokens;

    @BeforeEach
    void tenants() {
        if (!platform.modules().permissions().contains("sales:read")) {
            platform.module(module("sales"));
            platform.work(platform.core().tokenExpiry());
        }
        a = "token-a" + ++tenants;
        b = "token-b" + tenants;
        platform.newTenant(a);
        platform.newTenant(b);
        platform.newSeller(a, "anna");
        tokens = platform.core().tokens();
        anna = platform.as(
                a, () -> platform.core().clients().create("Shop", "anna", Set.of("sales:read", "sales:write")));
    }

    private Issued issue(String... scope) {
        return tokens.issue(a, anna.client().id(), anna.secret(), Set.of(scope)).orElseThrow();
    }

    private Optional<Caller> who(String tenant, String token) {
        return tokens.authenticate(tenant, token, "req-1");
    }

    private long stored(String tenant, String id) {
        return platform.as(tenant, () -> platform.unitOfWork().call(() -> new Raw(platform.store("core")).count(id)));
    }

    @Test
    @DisplayName("a token makes its holder the client, with its seller and the wanted scope")
    void holder() {
        Issued all = issue();
        assertEquals(3600, all.expiresIn());
        assertEquals(Set.of("sales:read", "sales:write"), all.scope());
        Issued some = issue("sales:read");
        assertEquals(Set.of("sales:read"), some.scope());
        assertEquals(
                Optional.of(new Caller(
                        a, Caller.Kind.CLIENT, anna.client().id(), "anna", null, Set.of("sales:read"), "req-1")),
                who(a, some.token()));
        var audit = platform.as(a, () -> platform.core().audit().list("token.issue", PageRequest.of(null, null)));
        assertEquals(2, audit.items().size());
        assertEquals("CLIENT", audit.items().get(0).actorKind());
    }

    @Test
    @DisplayName("more scope than the client has is refused")
    void scope() {
        assertEquals(
                "invalid-scope", refused(() -> issue("sales:read", "sales:fly")).code());
    }

    @Test
    @DisplayName("unknown tenant, unknown client, another tenant's client and a wrong secret look the same")
    void indistinguishable() {
        String id = anna.client().id();
        assertTrue(tokens.issue("nowhere", id, anna.secret(), Set.of()).isEmpty());
        assertTrue(tokens.issue(a, "cl_0", anna.secret(), Set.of()).isEmpty());
        assertTrue(tokens.issue(b, id, anna.secret(), Set.of()).isEmpty());
        assertTrue(tokens.issue(a, id, anna.secret() + "x", Set.of()).isEmpty());
        assertTrue(tokens.issue(a, id, "", Set.of()).isEmpty());
        assertTrue(tokens.issue(a, id, null, Set.of()).isEmpty());
        assertTrue(tokens.isClient(a, id, anna.secret()));
        assertFalse(tokens.isClient(b, id, anna.secret()));
    }

    @Test
    @DisplayName("only the hash is kept")
    void hashed() {
        String token = issue().token();
        assertEquals(0, stored(a, token));
        assertEquals(1, stored(a, Hashes.sha256(token)));
        assertEquals(43, token.length());
    }

    @Test
    @DisplayName("a token of one marketplace is nothing at another, whether asked for there before or after")
    void foreign() {
        String token = issue().token();
        assertTrue(who(b, token).isEmpty());
        assertTrue(who(a, token).isPresent());
        assertTrue(who(b, token).isEmpty());
        assertTrue(who("nowhere", token).isEmpty());
        assertTrue(who(a, "made-up").isEmpty());
        assertTrue(who(a, null).isEmpty());
        tokens.revoke(b, token);
        assertTrue(who(a, token).isPresent());
    }

    @Test
    @DisplayName("a token is good for 59:59.999 and not at 60:00, also from memory; then its row is deleted")
    void expiry() {
        Instant issued = platform.clock().instant();
        String token = issue().token();
        platform.clock().to(issued.plus(Duration.ofMillis(3_599_999)));
        assertTrue(who(a, token).isPresent());
        platform.clock().to(issued.plus(Duration.ofHours(1)));
        assertTrue(who(a, token).isEmpty());
        assertEquals(1, stored(a, Hashes.sha256(token)));
        platform.advance(Duration.ofMillis(1));
        assertEquals(0, stored(a, Hashes.sha256(token)));
    }

    @Test
    @DisplayName("the row of a token that is still good is not deleted")
    void notBefore() {
        String token = issue().token();
        platform.advance(Duration.ofMillis(3_599_999));
        assertEquals(1, stored(a, Hashes.sha256(token)));
        platform.as(a, () -> platform.unitOfWork()
                .run(() -> platform.core().tokenExpiry().process(Hashes.sha256(token))));
        assertEquals(1, stored(a, Hashes.sha256(token)));
        platform.advance(Duration.ofMillis(1));
        assertEquals(0, stored(a, Hashes.sha256(token)));
    }

    @Test
    @DisplayName("a revoked token ends at once, the others stay")
    void revoke() {
        String one = issue().token();
        String other = issue().token();
        assertTrue(who(a, one).isPresent());
        tokens.revoke(a, one);
        tokens.revoke(a, one);
        tokens.revoke(a, "made-up");
        assertTrue(who(a, one).isEmpty());
        assertTrue(who(a, other).isPresent());
        var audit = platform.as(a, () -> platform.core().audit().list("token.revoke", PageRequest.of(null, null)));
        assertEquals(1, audit.items().size());
    }

    @Test
    @DisplayName("revoking a client ends all its tokens at once and refuses new ones")
    void revokeClient() {
        String one = issue().token();
        String other = issue().token();
        assertTrue(who(a, one).isPresent());
        platform.as(a, () -> platform.core().clients().revoke(anna.client().id()));
        assertTrue(who(a, one).isEmpty());
        assertTrue(who(a, other).isEmpty());
        assertTrue(tokens.issue(a, anna.client().id(), anna.secret(), Set.of()).isEmpty());
    }
}
