package org.bottega.core.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.platform.Modules.Status;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.ModuleInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ModuleSwitchTest extends ModuleFixture {

    /** A module that notes what happens to it, and fails when told to. */
    private static final class Noting implements BusinessModule {
        private final List<String> calls = new ArrayList<>();
        private boolean fails;

        @Override
        public ModuleInfo info() {
            return new ModuleInfo("noting", "Noting", "2.1.0", Set.of(), Set.of("noting:read"));
        }

        @Override
        public void enable() {
            platform.newSeller(platform.callers().current().tenant(), "by-module");
            calls.add("enable " + platform.callers().current().tenant() + " "
                    + platform.unitOfWork().isOpen() + " "
                    + modules().isOn(platform.callers().current().tenant(), "noting"));
            if (fails) {
                throw new IllegalStateException("cannot");
            }
        }

        @Override
        public void disable() {
            calls.add("disable");
        }
    }

    private int audited(String tenant, String action) {
        return platform.as(tenant, () -> platform.core().audit().list(action, PageRequest.of(null, null)))
                .items()
                .size();
    }

    @Test
    @DisplayName("a module is switched on for one marketplace; it is told once, in the change's unit of work")
    void enable() {
        Noting noting = deploy(new Noting());
        assertFalse(modules().isOn(a, "noting"));
        platform.enable(a, "noting");
        platform.enable(a, "noting");
        assertTrue(modules().isOn(a, "noting"));
        assertFalse(modules().isOn(b, "noting"));
        assertEquals(List.of("enable " + a + " true true"), noting.calls);
        assertEquals(1, audited(a, "module.enable"));
        assertEquals(new Status("noting", "Noting", "2.1.0", true, true, false, Set.of(), null), status(a, "noting"));
        assertFalse(status(b, "noting").on());
    }

    @Test
    @DisplayName("a module that cannot prepare itself is not on, and nothing it did remains")
    void undone() {
        Noting noting = deploy(new Noting());
        noting.fails = true;
        Problem problem = refused(() -> platform.enable(a, "noting"));
        assertEquals("module-enable-failed", problem.code());
        assertTrue(problem.getMessage().endsWith(": cannot"), problem.getMessage());
        assertEquals("cannot", problem.getCause().getMessage());
        assertEquals(1, audited(a, "module.enable-failed"));
        assertFalse(modules().isOn(a, "noting"));
        assertFalse(status(a, "noting").on());
        assertEquals(List.of(), platform.as(a, () -> platform.sellers().list()));
        assertEquals(0, audited(a, "module.enable"));
        noting.fails = false;
        platform.enable(a, "noting");
        assertTrue(modules().isOn(a, "noting"));
    }

    @Test
    @DisplayName("all that is missing is named at once, also indirectly, in the order to switch it on")
    void requires() {
        deploy(module("sales"));
        deploy(module("tickets", "sales"));
        deploy(module("loyalty", "tickets", "sales", "ghosts"));
        Problem missing = refused(() -> platform.enable(a, "loyalty"));
        assertEquals("module-requires", missing.code());
        assertEquals(List.of("ghosts", "sales", "tickets"), missing.members().get("missing"));
        platform.enable(a, "sales");
        assertEquals(
                List.of("ghosts", "tickets"),
                refused(() -> platform.enable(a, "loyalty")).members().get("missing"));
        assertEquals(
                List.of("sales"),
                refused(() -> platform.enable(b, "tickets")).members().get("missing"));
        assertFalse(modules().isOn(a, "loyalty"));
    }

    @Test
    @DisplayName("a module is not switched off while one that is on requires it, even if that one's bundle is away")
    void required() {
        deploy(module("sales"));
        BusinessModule tickets = deploy(module("tickets", "sales"));
        platform.enable(a, "sales");
        platform.enable(a, "tickets");
        platform.enable(b, "sales");
        disable(b, "sales");
        assertFalse(modules().isOn(b, "sales"));
        assertEquals(
                List.of("tickets"), refused(() -> disable(a, "sales")).members().get("by"));
        registry().removeModule(tickets);
        Problem refusal = refused(() -> disable(a, "sales"));
        assertEquals("module-required", refusal.code());
        disable(a, "tickets");
        disable(a, "sales");
        assertFalse(modules().isOn(a, "sales"));
    }

    @Test
    @DisplayName("switching off tells the module once and is audited; switching on again works")
    void disable() {
        Noting noting = deploy(new Noting());
        platform.enable(a, "noting");
        disable(a, "noting");
        disable(a, "noting");
        assertFalse(modules().isOn(a, "noting"));
        assertEquals("disable", noting.calls.get(1));
        assertEquals(2, noting.calls.size());
        assertEquals(1, audited(a, "module.disable"));
    }
}
