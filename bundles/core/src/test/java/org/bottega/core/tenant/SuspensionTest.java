package org.bottega.core.tenant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bottega.api.Caller;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.Tenant;
import org.bottega.core.shell.TenantCompleter;
import org.bottega.core.shell.TenantResume;
import org.bottega.core.shell.TenantSuspend;
import org.bottega.core.testing.PlatformTest;
import org.bottega.core.testing.TestConsole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SuspensionTest extends PlatformTest {

    private static final Caller OPERATOR = Caller.operator(null, "karaf");
    private static int tenants;

    private String a;
    private String b;

    @BeforeEach
    void tenants() {
        a = "hold-a" + ++tenants;
        b = "hold-b" + tenants;
        platform.newTenant(a);
        platform.newTenant(b);
    }

    private Tenant suspend(String reason) {
        return platform.callers().as(OPERATOR, () -> platform.tenants().suspend(a, reason));
    }

    private Tenant resume() {
        return platform.callers().as(OPERATOR, () -> platform.tenants().resume(a));
    }

    private List<String> audited() {
        return platform.as(a, () -> platform.core().audit().list(null, PageRequest.of(null, null))).items().stream()
                .map(line -> line.action())
                .filter(action -> !action.equals("tenant.create"))
                .toList();
    }

    @Test
    @DisplayName(
            "what it has to do by itself stops for the one marketplace, the platform's part too, and goes on after")
    void suspended() {
        assertTrue(platform.modules().runs(a, "core"));
        Instant since = platform.clock().instant();
        assertEquals(since, suspend("unpaid").suspendedAt());
        assertEquals(since, platform.tenants().find(a).orElseThrow().suspendedAt());
        assertFalse(platform.modules().runs(a, "core"));
        assertTrue(platform.modules().isOn(a, "core"));
        assertTrue(platform.modules().runs(b, "core"));
        assertTrue(platform.tenants().suspended().contains(a));
        assertFalse(platform.tenants().suspended().contains(b));
        assertNull(resume().suspendedAt());
        assertNull(platform.tenants().find(a).orElseThrow().suspendedAt());
        assertTrue(platform.modules().runs(a, "core"));
        assertEquals(List.of("tenant.resume", "tenant.suspend"), audited());
    }

    @Test
    @DisplayName("doing it twice changes nothing: the first instant and reason stay")
    void twice() {
        Instant since = suspend("unpaid").suspendedAt();
        platform.clock().advance(Duration.ofHours(1));
        assertEquals(since, suspend("something else").suspendedAt());
        assertEquals(Optional.of("unpaid"), platform.callers().as(OPERATOR, () -> platform.tenants()
                .suspendedFor(a)));
        resume();
        resume();
        assertEquals(List.of("tenant.resume", "tenant.suspend"), audited());
        assertEquals(Optional.empty(), platform.callers().as(OPERATOR, () -> platform.tenants()
                .suspendedFor(a)));
    }

    @Test
    @DisplayName("only the operator does it, to a marketplace that is there, with a reason of 1 to 500 characters")
    void refusals() {
        Caller someone = Caller.anonymous(a, "r");
        assertEquals(
                "operator-only",
                refused(() -> platform.callers()
                                .as(someone, () -> platform.tenants().suspend(a, "x")))
                        .code());
        assertEquals(
                "operator-only",
                refused(() -> platform.callers()
                                .as(someone, () -> platform.tenants().resume(a)))
                        .code());
        assertEquals(
                "operator-only",
                refused(() -> platform.callers()
                                .as(someone, () -> platform.tenants().suspendedFor(a)))
                        .code());
        assertEquals(
                "tenant-not-found",
                refused(() -> platform.callers()
                                .as(OPERATOR, () -> platform.tenants().suspend("ghost", "x")))
                        .code());
        assertEquals("text-missing", refused(() -> suspend(" ")).code());
        assertEquals("text-too-long", refused(() -> suspend("x".repeat(501))).code());
        assertNull(platform.tenants().find(a).orElseThrow().suspendedAt());
        suspend("x".repeat(500));
    }

    @Test
    @DisplayName("tenant:suspend and tenant:resume say what they did")
    void commands() {
        try (TestConsole console = new TestConsole(platform.callers(), platform.tenants())
                .with(TenantSuspend.class, TenantResume.class, TenantCompleter.class)) {
            assertEquals(1, console.run("tenant:suspend " + a).status());
            TestConsole.Result done = console.run("tenant:suspend " + a + " --reason unpaid");
            assertEquals(
                    "Marketplace " + a + " is on hold since " + platform.clock().instant() + ".",
                    done.out().strip());
            assertEquals(
                    "Marketplace " + a + " goes on.",
                    console.run("tenant:resume " + a).out().strip());
            assertEquals(List.of(a), console.complete("tenant:resume " + a));
        }
    }
}
