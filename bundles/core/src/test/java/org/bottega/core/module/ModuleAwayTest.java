package org.bottega.core.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.ModuleDesk;
import org.bottega.api.platform.ModuleDesk.Change;
import org.bottega.api.platform.ModuleDesk.Plan;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ModuleAwayTest extends ModuleFixture {

    private static ModuleDesk desk() {
        return platform.core().moduleDesk();
    }

    @Test
    @DisplayName("a module whose bundle is away when it is to catch up does so a minute after it is back")
    void catchesUpLater() {
        Keeper keeper = deploy(new Keeper(platform));
        platform.enable(a, "keeper");
        registry().removeModule(keeper);
        platform.advance(Duration.ofMinutes(1));
        assertEquals(1, keeper.calls(a).size());
        registry().addModule(keeper);
        platform.advance(Duration.ofMillis(59_999));
        assertEquals(1, keeper.calls(a).size());
        platform.advance(Duration.ofMillis(1));
        assertEquals(List.of("enable " + a, "enable " + a), keeper.calls(a));
    }

    @Test
    @DisplayName("a module whose bundle is away can be planned to be off, and switched off, but not on or purged")
    void plansAway() {
        Keeper keeper = deploy(new Keeper(platform));
        platform.enable(a, "keeper");
        registry().removeModule(keeper);
        Plan off = platform.as(a, () -> desk().plan("keeper", Change.DISABLE));
        assertTrue(off.on());
        assertNull(off.refusal());
        assertEquals(Set.of(), off.permissionsLost());
        assertEquals(Set.of(), off.policies());
        for (Change change : List.of(Change.ENABLE, Change.PURGE)) {
            assertEquals(
                    "module-not-deployed",
                    refused(() -> platform.as(a, () -> desk().plan("keeper", change)))
                            .code());
        }
        assertTrue(modules().isOn(a, "keeper"));
        disable(a, "keeper");
        assertFalse(modules().isOn(a, "keeper"));
    }

    @Test
    @DisplayName("a purge says in the audit what it removed, and the module is as if it had never been on")
    void purged() {
        Keeper keeper = deploy(new Keeper(platform));
        platform.enable(a, "keeper");
        disable(a, "keeper");
        platform.as(a, () -> desk().purge("keeper"));
        String line = platform.as(a, () -> platform.core().audit().list("module.purge", PageRequest.of(null, null)))
                .items()
                .get(0)
                .details();
        assertTrue(line.contains("\"1 things kept\""), line);
        assertTrue(line.contains("\"1 policies that are set, products' own included\""), line);
        registry().removeModule(keeper);
        assertEquals("module-not-deployed", refused(() -> disable(a, "keeper")).code());
    }

    @Test
    @DisplayName("an allowance is taken back also of a module that is not here any more")
    void denied() {
        Keeper keeper = deploy(new Keeper(platform));
        platform.as(a, () -> desk().allow("keeper"));
        registry().removeModule(keeper);
        platform.as(a, () -> desk().deny("keeper"));
        registry().addModule(keeper);
        assertFalse(status(a, "keeper").allowed());
    }

    @Test
    @DisplayName("a module runs for who has it on and is not suspended")
    void runs() {
        deploy(new Keeper(platform));
        assertFalse(modules().runs(a, "keeper"));
        platform.enable(a, "keeper");
        assertTrue(modules().runs(a, "keeper"));
        assertFalse(modules().runs(b, "keeper"));
        platform.as(a, () -> platform.tenants().suspend(a, "unpaid"));
        assertTrue(modules().isOn(a, "keeper"));
        assertFalse(modules().runs(a, "keeper"));
        assertEquals("modules", registry().name());
    }
}
