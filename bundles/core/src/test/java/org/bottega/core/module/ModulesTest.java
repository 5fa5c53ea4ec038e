package org.bottega.core.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.platform.Modules;
import org.bottega.api.platform.Modules.Status;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.HealthCheck;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.core.testing.PlatformTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ModulesTest extends PlatformTest {

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

    private static int tenants;

    private final List<BusinessModule> deployed = new ArrayList<>();
    private String a;
    private String b;

    private static Modules modules() {
        return platform.modules();
    }

    private static Deployed registry() {
        return platform.core().deployed();
    }

    @BeforeEach
    void tenants() {
        a = "module-a" + ++tenants;
        b = "module-b" + tenants;
        platform.newTenant(a);
        platform.newTenant(b);
    }

    @AfterEach
    void undeploy() {
        deployed.forEach(registry()::removeModule);
    }

    private <M extends BusinessModule> M deploy(M module) {
        deployed.add(module);
        platform.module(module);
        return module;
    }

    private void disable(String tenant, String module) {
        platform.as(tenant, () -> modules().disable(module));
    }

    private Status status(String tenant, String id) {
        return platform.as(tenant, () -> modules().list()).stream()
                .filter(status -> status.id().equals(id))
                .findFirst()
                .orElseThrow();
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
        assertEquals(new Status("noting", "Noting", "2.1.0", true, true, Set.of(), null), status(a, "noting"));
        assertFalse(status(b, "noting").on());
    }

    @Test
    @DisplayName("a module that cannot prepare itself is not on, and nothing it did remains")
    void undone() {
        Noting noting = deploy(new Noting());
        noting.fails = true;
        assertThrows(IllegalStateException.class, () -> platform.enable(a, "noting"));
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

    @Test
    @DisplayName("what is not deployed cannot be switched on; what is on stays on while its bundle is away")
    void absent() {
        assertEquals(
                "module-not-deployed",
                refused(() -> platform.enable(a, "ghosts")).code());
        assertEquals("module-not-deployed", refused(() -> disable(a, "ghosts")).code());
        BusinessModule sales = deploy(module("sales"));
        platform.enable(a, "sales");
        registry().removeModule(sales);
        assertTrue(modules().isOn(a, "sales"));
        Status away = status(a, "sales");
        assertFalse(away.deployed());
        assertTrue(away.on());
        assertNull(away.version());
        assertEquals(Set.of(), modules().permissions());
    }

    @Test
    @DisplayName("while a bundle is replaced the newest counts, and the old one takes nothing with it")
    void replaced() {
        BusinessModule old = deploy(module("sales"));
        ModuleInfo info = new ModuleInfo("sales", "Sales", "1.1.0", Set.of(), Set.of("sales:refund"));
        BusinessModule young = deploy(() -> info);
        assertEquals(Set.of("sales:refund"), modules().permissions());
        registry().removeModule(old);
        assertEquals("1.1.0", status(a, "sales").version());
        registry().removeModule(young);
    }

    @Test
    @DisplayName("a module whose store does not open is shown with the reason, and fails the health check")
    void failing() {
        assertEquals(Optional.empty(), registry().failure());
        HealthCheck broken = new HealthCheck() {
            @Override
            public String name() {
                return "unit:sales";
            }

            @Override
            public Optional<String> failure() {
                return Optional.of("V2 failed");
            }
        };
        registry().addStore(broken);
        assertEquals(new Status("sales", "sales", null, false, false, Set.of(), "V2 failed"), status(a, "sales"));
        assertEquals(Optional.of("sales: V2 failed"), registry().failure());
        registry().removeStore(broken);
    }

    @Test
    @DisplayName("the platform itself is on for everybody, and nobody needs to be bound to ask")
    void platformItself() {
        assertTrue(modules().isOn(a, "core"));
        assertTrue(platform.callers().find().isEmpty());
        assertFalse(modules().isOn("nowhere", "sales"));
    }
}
