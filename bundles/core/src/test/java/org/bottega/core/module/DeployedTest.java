package org.bottega.core.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.Set;
import org.bottega.api.platform.Modules.Status;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.HealthCheck;
import org.bottega.api.spi.ModuleInfo;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeployedTest extends ModuleFixture {

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
        assertFalse(modules().permissions().contains("sales:read"));
    }

    @Test
    @DisplayName("while a bundle is replaced the newest counts, and the old one takes nothing with it")
    void replaced() {
        BusinessModule old = deploy(module("sales"));
        ModuleInfo info = new ModuleInfo("sales", "Sales", "1.1.0", Set.of(), Set.of("sales:refund"));
        BusinessModule young = deploy(() -> info);
        assertTrue(modules().permissions().contains("sales:refund"));
        assertFalse(modules().permissions().contains("sales:read"));
        registry().removeModule(old);
        assertEquals("1.1.0", status(a, "sales").version());
        registry().removeModule(young);
    }

    @Test
    @DisplayName("a module whose store does not open is shown with the reason, and fails the health check")
    void failing() {
        assertEquals(Optional.empty(), registry().failure());
        HealthCheck broken = new BrokenStore("sales", "V2 failed");
        registry().addStore(broken);
        assertEquals(
                new Status("sales", "sales", null, false, false, false, Set.of(), "V2 failed"), status(a, "sales"));
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

    @Test
    @DisplayName("the platform's own permissions can be held like a module's; buyers have their account")
    void platformPermissions() {
        assertTrue(modules().permissions().containsAll(Set.of("core:users", "core:audit", "core:account")));
        assertTrue(modules().buyerPermissions().contains("core:account"));
        assertFalse(modules().buyerPermissions().contains("core:users"));
    }

    @Test
    @DisplayName("a module whose id the platform keeps for itself is not deployed, and the reason is shown")
    void reserved() {
        for (String id : ModuleInfo.RESERVED) {
            BusinessModule module = deploy(module(id));
            assertFalse(registry().find(id).isPresent());
            assertFalse(modules().permissions().contains(id + ":read"));
            assertEquals(
                    "module-not-deployed", refused(() -> platform.enable(a, id)).code());
            assertTrue(registry().failure().orElseThrow().startsWith(id + ": its id is kept"));
            registry().removeModule(module);
            assertEquals(Optional.empty(), registry().failure());
        }
        assertTrue(Set.of("auth", "core", "users", "audit").stream().allMatch(ModuleInfo.RESERVED::contains));
    }
}
