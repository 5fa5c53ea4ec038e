package org.bottega.core.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.bottega.core.shell.PolicyCompleter;
import org.bottega.core.shell.PolicyList;
import org.bottega.core.shell.PolicyReset;
import org.bottega.core.shell.PolicySet;
import org.bottega.core.shell.PolicyShow;
import org.bottega.core.shell.TenantCompleter;
import org.bottega.core.testing.TestConsole;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PolicyCommandsTest extends PolicyFixture {

    private TestConsole console;

    @BeforeEach
    void console() {
        console = new TestConsole(platform.callers(), platform.tenants(), desk())
                .with(PolicyList.class, PolicyShow.class, PolicySet.class, PolicyReset.class)
                .with(PolicyCompleter.class, TenantCompleter.class);
    }

    @AfterEach
    void close() {
        console.close();
    }

    private String good(String line) {
        TestConsole.Result result = console.run(line.replace("$a", a));
        assertEquals(0, result.status(), result.toString());
        return result.out().strip();
    }

    private String bad(String line) {
        TestConsole.Result result = console.run(line.replace("$a", a));
        assertEquals(1, result.status(), result.toString());
        return result.out().strip();
    }

    @Test
    @DisplayName("policy:set takes values as people write them, each kind; policy:reset takes them back")
    void set() {
        assertEquals(
                "Policy probes.patience of " + a + " has version 1.",
                good("policy:set --tenant $a probes.patience days=5 cents=7 weekends=false greeting='Good day'"
                        + " who=SELLER pause=PT30M names=x,y others=BUYER"));
        assertEquals(
                new Patience(
                        5,
                        7,
                        false,
                        "Good day",
                        Patience.Who.SELLER,
                        Duration.ofMinutes(30),
                        List.of("x", "y"),
                        Set.of(Patience.Who.BUYER)),
                read(a, null));
        assertEquals(
                "Policy probes.patience of " + a + ", product P1 has version 1.",
                good("policy:set --tenant $a probes.patience --product P1 days=6 --version 0"));
        assertEquals(6, read(a, "P1").days());
        assertTrue(good("policy:list --tenant $a").contains("days=5*"));
        assertTrue(good("policy:show --tenant $a probes.patience").contains("Most days to wait, 1 to 60"));
        assertTrue(good("policy:show --tenant $a probes.patience --versions").contains("OPERATOR karaf"));
        good("policy:reset --tenant $a probes.patience --version 1");
        assertEquals(40, read(a, null).days());
        assertEquals(6, read(a, "P1").days());
    }

    @Test
    @DisplayName("a refusal is one sentence that says what would be right, and status 1")
    void refusals() {
        assertEquals(
                "days: a whole number is expected; who: one of BUYER, SELLER is expected",
                bad("policy:set --tenant $a probes.patience days=many who=me"));
        assertEquals("days: from 1 to 60", bad("policy:set --tenant $a probes.patience days=0"));
        assertTrue(
                bad("policy:set --tenant $a probes.patience day=1").startsWith("day: policy probes.patience has days"));
        assertEquals("days: name=value is expected", bad("policy:set --tenant $a probes.patience days"));
        assertEquals("policy: name=value is expected behind it", bad("policy:set --tenant $a probes.patience"));
        assertTrue(
                bad("policy:set --tenant $a probes.patience days=1 --version 7").contains("version 0, not 7"));
        assertTrue(
                bad("policy:set --tenant $a probes.patience days=1 --version x").startsWith("--version: "));
        assertTrue(bad("policy:set --tenant $a probes.same --product P days=1").contains("same for all products"));
        assertEquals("there is no policy probes.ghost", bad("policy:show --tenant $a probes.ghost"));
        assertEquals(Patience.INITIAL, read(a, null));
    }

    @Test
    @DisplayName("the tabulator key offers policies, then names of values")
    void completion() {
        assertEquals(List.of("probes.patience"), console.complete("policy:show --tenant " + a + " probes.p"));
        assertEquals(List.of("days="), console.complete("policy:set --tenant " + a + " probes.patience da"));
    }
}
