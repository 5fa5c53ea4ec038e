package org.bottega.core.module;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bottega.core.shell.ModuleAllow;
import org.bottega.core.shell.ModuleCompleter;
import org.bottega.core.shell.ModuleDeny;
import org.bottega.core.shell.ModuleDisable;
import org.bottega.core.shell.ModuleEnable;
import org.bottega.core.shell.ModuleList;
import org.bottega.core.shell.ModulePurge;
import org.bottega.core.shell.TenantCompleter;
import org.bottega.core.testing.TestConsole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ModuleCommandsTest extends ModuleFixture {

    private TestConsole console;
    private Keeper keeper;

    @BeforeEach
    void console() {
        keeper = deploy(new Keeper(platform));
        console = new TestConsole(
                        platform.callers(),
                        platform.tenants(),
                        modules(),
                        platform.core().moduleDesk())
                .with(ModuleEnable.class, ModuleDisable.class, ModulePurge.class, ModuleList.class)
                .with(ModuleAllow.class, ModuleDeny.class, ModuleCompleter.class, TenantCompleter.class);
    }

    @AfterEach
    void close() {
        console.close();
    }

    private String run(int status, String line) {
        TestConsole.Result result = console.run(line.replace("$a", a));
        assertEquals(status, result.status(), result.toString());
        return result.out().strip();
    }

    @Test
    @DisplayName("a dry run tells and does nothing; what is done already is said")
    void dryRun() {
        String plan = run(0, "module:enable --tenant $a keeper --dry-run");
        assertTrue(plan.startsWith("Module keeper would be switched on."), plan);
        assertTrue(plan.contains("permissions gained: keeper:read"), plan);
        assertTrue(plan.contains("2 coins at stake, 12.50 EUR"), plan);
        assertFalse(modules().isOn(a, "keeper"));
        run(0, "module:enable --tenant $a keeper");
        assertTrue(run(0, "module:enable --tenant $a keeper --dry-run").startsWith("Module keeper is on already"));
        String off = run(0, "module:disable --tenant $a keeper --dry-run");
        assertTrue(off.contains("permissions lost:   keeper:read"), off);
        assertTrue(off.contains("1 things kept"), off);
        assertTrue(run(0, "module:disable --tenant $a keeper --dry-run --json").contains("\"change\":\"DISABLE\""));
        assertTrue(modules().isOn(a, "keeper"));
    }

    @Test
    @DisplayName("a failure is told with its cause, and status 1")
    void failure() {
        keeper.failsFromNow(true);
        assertEquals(
                "module keeper could not prepare itself, nothing is changed: half way",
                run(1, "module:enable --tenant $a keeper"));
    }

    @Test
    @DisplayName("module:purge asks for --yes, showing the plan, and refuses while the module is on")
    void purge() {
        run(0, "module:enable --tenant $a keeper");
        assertTrue(run(1, "module:purge --tenant $a keeper --yes").contains("is on: switch it off first"));
        run(0, "module:disable --tenant $a keeper");
        String plan = run(1, "module:purge --tenant $a keeper");
        assertTrue(plan.contains("removed for good:   1 things kept"), plan);
        assertTrue(plan.endsWith("Nothing is done: say --yes to do it."), plan);
        assertEquals(List.of("enable " + a), keeper.calls(a));
        assertTrue(run(0, "module:purge --tenant $a keeper --yes").contains("has nothing of " + a));
        assertEquals(List.of("enable " + a, "purge " + a), keeper.calls(a));
    }

    @Test
    @DisplayName("module:allow and module:deny show in module:list, which tells requires too")
    void allow() {
        deploy(module("tickets", "keeper"));
        run(0, "module:allow --tenant $a keeper");
        String list = run(0, "module:list --tenant $a --json");
        assertTrue(list.contains("\"id\":\"keeper\"") && list.contains("\"allowed\":true"), list);
        assertTrue(list.contains("\"requires\":[\"keeper\"]"), list);
        run(0, "module:deny --tenant $a keeper");
        assertFalse(run(0, "module:list --tenant $a --json").contains("\"allowed\":true"));
        assertEquals(List.of("keeper"), console.complete("module:allow --tenant " + a + " ke"));
    }
}
