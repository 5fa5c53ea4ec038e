package org.bottega.core.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bottega.api.Caller;
import org.bottega.api.Money;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.platform.ModuleDesk;
import org.bottega.api.platform.ModuleDesk.Change;
import org.bottega.api.platform.ModuleDesk.Plan;
import org.bottega.api.spi.Impact;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ModuleDeskTest extends ModuleFixture {

    private static ModuleDesk desk() {
        return platform.core().moduleDesk();
    }

    private Plan plan(String module, Change change) {
        return platform.as(a, () -> desk().plan(module, change));
    }

    private Caller admin(String seller) {
        return new Caller(a, Caller.Kind.STAFF, "ann", seller, null, Set.of("core:modules"), "r");
    }

    private List<String> audited() {
        return platform.as(a, () -> platform.core().audit().list(null, PageRequest.of(null, null))).items().stream()
                .map(line -> line.action())
                .filter(action -> action.startsWith("module."))
                .toList();
    }

    @Test
    @DisplayName("a plan tells what would change, with what the tenant has at stake, and changes nothing")
    void plan() {
        Keeper keeper = deploy(new Keeper(platform));
        Plan on = plan("keeper", Change.ENABLE);
        assertEquals(Set.of("keeper:read"), on.permissionsGained());
        assertEquals(Set.of("keeper.limits"), on.policies());
        assertNull(on.refusal());
        assertEquals(List.of(new Impact("coins at stake", 2, new Money(1250, "EUR"))), on.impact());
        assertEquals(List.of(), keeper.calls(a, b));
        platform.enable(a, "keeper");
        Plan again = plan("keeper", Change.ENABLE);
        assertTrue(again.on());
        assertEquals(Set.of(), again.permissionsGained());
        Plan off = plan("keeper", Change.DISABLE);
        assertEquals(Set.of("keeper:read"), off.permissionsLost());
        assertEquals(
                List.of("1 things kept", "2 coins at stake", "1 policies that are set, products' own included"),
                off.impact().stream()
                        .map(line -> line.count() + " " + line.what())
                        .toList());
        assertEquals("module-on", plan("keeper", Change.PURGE).refusal());
        assertTrue(modules().isOn(a, "keeper"));
        assertEquals(List.of("module.enable"), audited());
    }

    @Test
    @DisplayName("a plan names what is missing, in order, and what requires the module")
    void refusals() {
        deploy(module("sales"));
        deploy(module("tickets", "sales"));
        deploy(module("loyalty", "tickets"));
        Plan on = plan("loyalty", Change.ENABLE);
        assertEquals("module-requires", on.refusal());
        assertEquals(List.of("sales", "tickets"), on.missing());
        platform.enable(a, "sales");
        platform.enable(a, "tickets");
        Plan off = plan("sales", Change.DISABLE);
        assertEquals("module-required", off.refusal());
        assertEquals(List.of("tickets"), off.requiredBy());
        assertEquals(List.of(), plan("tickets", Change.DISABLE).requiredBy());
        assertEquals(
                "module-not-deployed",
                refused(() -> plan("ghosts", Change.ENABLE)).code());
        assertEquals(
                "module-not-deployed",
                refused(() -> plan("ghosts", Change.DISABLE)).code());
    }

    @Test
    @DisplayName("a module that fails half way leaves no state, no data, no policy and no line of success")
    void undone() {
        Keeper keeper = deploy(new Keeper(platform));
        keeper.failsFromNow(true);
        Problem problem = refused(() -> platform.enable(a, "keeper"));
        assertEquals("module-enable-failed", problem.code());
        assertTrue(problem.getMessage().endsWith("nothing is changed: half way"), problem.getMessage());
        assertEquals(List.of(), platform.as(a, () -> platform.sellers().list()));
        assertEquals(
                0,
                platform.as(a, () -> platform.core().policyDesk().show("keeper.limits", "kept-0"))
                        .version());
        assertFalse(status(a, "keeper").on());
        assertEquals(List.of("module.enable-failed"), audited());
        platform.as(a, () -> desk().allow("keeper"));
        Problem told = refused(() -> asAdmin(() -> modules().enable("keeper")));
        assertFalse(told.getMessage().contains("half way"), told.getMessage());
    }

    @Test
    @DisplayName(
            "what was switched on is told once more a minute later, until it ends well; not when it is off by then")
    void caughtUp() {
        Keeper keeper = deploy(new Keeper(platform));
        platform.enable(a, "keeper");
        platform.enable(b, "keeper");
        disable(b, "keeper");
        platform.advance(Duration.ofMillis(59_999));
        assertEquals(List.of("enable " + a, "enable " + b), keeper.calls(a, b));
        platform.advance(Duration.ofMillis(1));
        assertEquals(List.of("enable " + a, "enable " + b, "enable " + a), keeper.calls(a, b));
        platform.advance(Duration.ofDays(1));
        assertEquals(3, keeper.calls(a, b).size(), "but once");
    }

    @Test
    @DisplayName("a purge removes the module's data of one marketplace: its own, deliveries, policies; it must be off")
    void purge() {
        Keeper keeper = deploy(new Keeper(platform));
        platform.enable(a, "keeper");
        platform.enable(b, "keeper");
        assertEquals("module-on", refused(() -> purge(a)).code());
        disable(a, "keeper");
        keeper.failsFromNow(true);
        assertEquals("cannot let go", refusedWith(() -> purge(a)));
        assertEquals(1, versions(a));
        keeper.failsFromNow(false);
        purge(a);
        assertEquals("purge " + a, keeper.calls(a, b).get(keeper.calls(a, b).size() - 1));
        assertEquals(0, versions(a));
        assertEquals(1, versions(b));
        assertTrue(modules().isOn(b, "keeper"));
        assertEquals(List.of("module.purge", "module.disable", "module.enable"), audited());
        purge(a);
        assertEquals(
                "module-not-deployed",
                refused(() -> platform.as(a, () -> desk().purge("ghosts"))).code());
        assertEquals(
                "operator-only",
                refused(() -> asAdmin(() -> desk().purge("keeper"))).code());
    }

    private void purge(String tenant) {
        platform.as(tenant, () -> desk().purge("keeper"));
    }

    private static String refusedWith(Runnable work) {
        try {
            work.run();
            return null;
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }

    private static long versions(String tenant) {
        return platform.as(tenant, () -> platform.core().policyDesk().show("keeper.limits", "kept-0"))
                .version();
    }

    @Test
    @DisplayName(
            "administrators switch what the operator allows, in their own marketplace; one confined to a seller nothing")
    void allowed() {
        deploy(module("sales"));
        assertEquals("module-not-allowed", refused(() -> switchOn(admin(null))).code());
        platform.as(a, () -> desk().allow("sales"));
        platform.as(a, () -> desk().allow("sales"));
        assertTrue(status(a, "sales").allowed());
        assertFalse(status(b, "sales").allowed());
        assertEquals("seller-confined", refused(() -> switchOn(admin("anna"))).code());
        switchOn(admin(null));
        assertTrue(modules().isOn(a, "sales"));
        platform.as(a, () -> desk().deny("sales"));
        platform.as(a, () -> desk().deny("sales"));
        assertEquals(
                "module-not-allowed",
                refused(() -> asAdmin(() -> modules().disable("sales"))).code());
        assertTrue(modules().isOn(a, "sales"));
        assertEquals(List.of("module.deny", "module.enable", "module.allow"), audited());
        assertEquals(
                "operator-only",
                refused(() -> asAdmin(() -> desk().allow("sales"))).code());
        assertEquals(
                "module-not-deployed",
                refused(() -> platform.as(a, () -> desk().allow("ghosts"))).code());
    }

    private void switchOn(Caller caller) {
        platform.callers().as(caller, () -> {
            modules().enable("sales");
            return null;
        });
    }

    private void asAdmin(Runnable work) {
        platform.callers().as(admin(null), () -> {
            work.run();
            return null;
        });
    }
}
