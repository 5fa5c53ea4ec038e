package org.bottega.core.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.bottega.api.Problem;
import org.bottega.api.platform.TenantClocks.Reading;
import org.bottega.core.shell.ClockAdvance;
import org.bottega.core.shell.ClockShow;
import org.bottega.core.shell.TenantCompleter;
import org.bottega.core.testing.PlatformTest;
import org.bottega.core.testing.TestConsole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A clock")
class ClockLimitsTest extends PlatformTest {

    private static int tenants;

    private String toy;
    private Instant start;

    @BeforeEach
    void begin() {
        toy = "toy-" + ++tenants;
        platform.newSandbox(toy);
        start = platform.clock().instant();
    }

    private Reading show(String tenant) {
        return platform.as(tenant, () -> platform.clocks().show());
    }

    private Instant now(String tenant) {
        return platform.as(tenant, () -> platform.businessClock().instant());
    }

    private Problem refusal(String tenant, Runnable work) {
        Problem problem = refused(() -> platform.as(tenant, work));
        assertEquals(start, now(tenant), "nothing has moved");
        return problem;
    }

    @Test
    @DisplayName("is never a live tenant's")
    void live() {
        String live = "live-" + ++tenants;
        platform.newTenant(live);
        Problem problem = refusal(live, () -> platform.clocks().advance("PT1S"));
        assertEquals("clock-not-movable", problem.code());
        assertEquals(Problem.Kind.CONFLICT, problem.kind());
        assertFalse(show(live).movable());
        assertTrue(show(toy).movable());
    }

    @Test
    @DisplayName("moves forward only, at most ten years ahead, once at a time")
    void limits() {
        assertEquals(
                "clock-backward",
                refusal(toy, () -> platform.clocks().advance("PT0S")).code());
        assertEquals(
                "clock-backward",
                refusal(toy, () -> platform.clocks().advanceTo(start)).code());
        assertEquals(
                "instant-missing",
                refusal(toy, () -> platform.clocks().advanceTo(null)).code());
        Instant most = Instant.parse(start.toString().replace("2026", "2036"));
        Problem far = refusal(toy, () -> platform.clocks().advanceTo(most.plusMillis(1)));
        assertEquals("clock-too-far", far.code());
        assertEquals(
                "span-invalid",
                refusal(toy, () -> platform.clocks().advance("tomorrow")).code());

        platform.as(toy, () -> platform.clocks().advanceTo(start.plusMillis(1)));
        assertEquals(start, now(toy));
        Problem busy = refused(() -> platform.as(toy, () -> platform.clocks().advance("PT1S")));
        assertEquals("clock-moving", busy.code());
        platform.moves();
        assertEquals(start.plusMillis(1), now(toy));
        platform.as(toy, () -> platform.clocks().advanceTo(most));
        platform.moves();
        assertEquals(most, now(toy));
    }

    @Test
    @DisplayName("is not moved by people of one seller")
    void others() {
        platform.newSeller(toy, "ada");
        Problem problem = refused(
                () -> platform.asSeller(toy, "ada", () -> platform.clocks().advance("PT1S")));
        assertEquals("seller-confined", problem.code());
        assertEquals(start, now(toy));
    }

    @Test
    @DisplayName("stands while the marketplace is suspended, and goes on after that")
    void suspended() {
        platform.as(toy, () -> platform.clocks().advance("PT1S"));
        platform.as(null, () -> platform.tenants().suspend(toy, "unpaid"));
        platform.moves();
        assertEquals(start, now(toy));
        platform.as(null, () -> platform.tenants().resume(toy));
        platform.moves();
        assertEquals(start.plusSeconds(1), now(toy));
        platform.as(null, () -> platform.tenants().suspend(toy, "unpaid"));
        Problem problem = refused(() -> platform.as(toy, () -> platform.clocks().advance("PT1S")));
        assertEquals("tenant-suspended", problem.code());
    }

    @Test
    @DisplayName("is shown and moved at the console, with the end and what could not be done")
    void console() {
        try (TestConsole console = new TestConsole(platform.callers(), platform.tenants(), platform.clocks())
                .with(ClockShow.class, ClockAdvance.class, TenantCompleter.class)) {
            String advance = "clock:advance --wait=false --tenant " + toy + " ";
            assertEquals(1, console.run(advance).status());
            assertEquals(
                    1, console.run(advance + "P1D --to 2027-01-01T00:00:00Z").status());
            assertEquals(1, console.run(advance + "--to soon").status());
            assertEquals(start, now(toy));
            TestConsole.Result begun = console.run(advance + "P1D");
            assertEquals(0, begun.status(), begun.toString());
            assertTrue(begun.out().contains("Being moved from " + start), begun.toString());
            platform.moves();
            String shown = console.run("clock:show --tenant " + toy).out();
            assertTrue(shown.contains("Time of " + toy + ": " + start.plus(Duration.ofDays(1))), shown);
            assertTrue(shown.contains("Moved from " + start), shown);
            assertTrue(console.run("clock:show --json --tenant " + toy).out().contains("\"state\":\"DONE\""));
            assertTrue(console.complete("clock:show --tenant ").contains(toy));
        }
    }
}
