package org.bottega.core.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.bottega.api.Caller;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.platform.AuditLog;
import org.bottega.api.platform.Tenant;
import org.bottega.core.testing.PlatformTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TenantsTest extends PlatformTest {

    private static final Caller OPERATOR = Caller.operator(null, "karaf");
    private static final ZoneId ROME = ZoneId.of("Europe/Rome");

    private static Tenant create(String id, String title, ZoneId zone, Locale locale) {
        return platform.callers()
                .as(OPERATOR, () -> platform.tenants().create(new Tenant(id, title, zone, locale, null)));
    }

    private static Problem bad(String id, String title, ZoneId zone, Locale locale) {
        return refused(() -> create(id, title, zone, locale));
    }

    @Test
    @DisplayName("a marketplace is found by its slug, with nobody bound, and audited under itself")
    void create() {
        assertTrue(platform.tenants().find("fresh").isEmpty());
        Tenant made = create("fresh", " Fresh  things ", ROME, Locale.ITALIAN);
        assertEquals(platform.clock().instant(), made.createdAt());
        assertEquals(new Tenant("fresh", "Fresh  things", ROME, Locale.ITALIAN, made.createdAt()), made);
        assertEquals(made, platform.tenants().find("fresh").orElseThrow());
        AuditLog.Entry line = platform.as("fresh", () -> platform.core().audit().list(null, PageRequest.of(null, null)))
                .items()
                .get(0);
        assertEquals(
                List.of("tenant.create", "fresh", "OPERATOR", "karaf"),
                List.of(line.action(), line.subject(), line.actorKind(), line.actor()));
        assertTrue(line.details().contains("Europe/Rome"), line.details());
    }

    @Test
    @DisplayName("one for trying out is so from the beginning, and suspended is none when it is created")
    void sandbox() {
        Tenant asked = new Tenant(
                "sandy", "S", ROME, Locale.ENGLISH, null, true, platform.clock().instant());
        Tenant made = platform.callers().as(OPERATOR, () -> platform.tenants().create(asked));
        assertTrue(made.sandbox());
        assertNull(made.suspendedAt());
        assertEquals(made, platform.tenants().find("sandy").orElseThrow());
        assertFalse(create("real", "R", ROME, Locale.ENGLISH).sandbox());
    }

    @Test
    @DisplayName("an id is taken once")
    void taken() {
        create("taken", "One", ROME, Locale.ENGLISH);
        assertEquals("tenant-exists", bad("taken", "Two", ROME, Locale.ENGLISH).code());
        assertEquals("One", platform.tenants().find("taken").orElseThrow().title());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "1a", "Acme", "a_b", "-a", "", "a12345678901234567890123456789x"})
    @DisplayName("ids that are no slugs are refused")
    void slugs(String id) {
        Problem problem = bad(id, "T", ROME, Locale.ENGLISH);
        assertEquals("slug-invalid", problem.code());
        assertEquals("id", problem.errors().get(0).field());
    }

    @Test
    @DisplayName("slugs of 2 and of 30 characters are taken")
    void slugLimits() {
        create("a1", "T", ROME, Locale.ENGLISH);
        create("a12345678901234567890123456789", "T", ROME, Locale.ENGLISH);
    }

    @Test
    @DisplayName("what is wrong is named: title, zone, locale")
    void fields() {
        assertEquals("text-missing", bad("bad", "  ", ROME, Locale.ENGLISH).code());
        assertEquals(
                "text-invalid", bad("bad", "a\u0007b", ROME, Locale.ENGLISH).code());
        assertEquals(
                "text-invalid",
                bad("bad", "a\ud83d\ude00", ROME, Locale.ENGLISH).code());
        assertEquals(
                "text-too-long",
                bad("bad", "x".repeat(201), ROME, Locale.ENGLISH).code());
        assertEquals(
                "zone-unknown",
                bad("bad", "T", ZoneOffset.ofHours(2), Locale.ENGLISH).code());
        assertEquals(
                "zone", bad("bad", "T", null, Locale.ENGLISH).errors().get(0).field());
        assertEquals(
                "locale-unknown",
                bad("bad", "T", ROME, Locale.forLanguageTag("qq")).code());
        assertEquals("locale-unknown", bad("bad", "T", ROME, Locale.ROOT).code());
        assertTrue(platform.tenants().find("bad").isEmpty());
        create("longest", "x".repeat(200), ROME, Locale.forLanguageTag("pt-BR"));
    }

    @Test
    @DisplayName("only the operator adds marketplaces, and only the operator sees them all")
    void operatorOnly() {
        create("shop-a", "A", ROME, Locale.ENGLISH);
        create("shop-b", "B", ROME, Locale.ENGLISH);
        Caller someone = Caller.anonymous("shop-a", "r");
        Problem problem = refused(() -> platform.callers()
                .as(someone, () -> platform.tenants().create(new Tenant("shop-c", "C", ROME, Locale.ENGLISH, null))));
        assertEquals("operator-only", problem.code());
        assertEquals(
                List.of("shop-a"),
                platform.callers().as(someone, () -> platform.tenants().list()).stream()
                        .map(Tenant::id)
                        .toList());
        List<String> all = platform
                .callers()
                .as(OPERATOR, () -> platform.tenants().list())
                .stream()
                .map(Tenant::id)
                .toList();
        assertTrue(all.containsAll(List.of("shop-a", "shop-b")), all.toString());
        assertEquals(all.stream().sorted().toList(), all);
    }
}
