package org.bottega.core.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bottega.api.platform.Clients;
import org.bottega.api.platform.TenantClocks.Move;
import org.bottega.api.platform.TenantClocks.Reading;
import org.bottega.api.platform.TenantClocks.State;
import org.bottega.core.testing.PlatformTest;
import org.bottega.core.testing.TestPlatform;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A sandbox's clock that is moved")
class AdvanceTest extends PlatformTest {

    private static final Duration MONTH = Duration.ofDays(30);
    private static int tenants;
    private static TestPlatform known;
    private static Chores chores;

    private String toy;
    private Instant start;

    @BeforeEach
    void begin() {
        if (known != platform) {
            known = platform;
            chores = new Chores(platform);
        }
        toy = "toy-" + ++tenants;
        platform.newSandbox(toy);
        platform.enable(toy, Chores.ID);
        start = platform.clock().instant();
    }

    @AfterEach
    void end() {
        chores.bad.clear();
    }

    /** Three bills at odd hours of the first week. */
    private void bills(String tenant) {
        platform.as(tenant, () -> platform.unitOfWork().run(() -> {
            chores.bill("b", start.plus(Duration.ofHours(50)));
            chores.bill("a", start.plus(Duration.ofHours(49)));
            chores.bill("c", start.plus(Duration.ofHours(87)));
        }));
    }

    private List<String> diary(String tenant) {
        return platform.as(tenant, () -> platform.unitOfWork().call(chores::diary));
    }

    private Reading show(String tenant) {
        return platform.as(tenant, () -> platform.clocks().show());
    }

    private Instant now(String tenant) {
        return platform.as(tenant, () -> platform.businessClock().instant());
    }

    /** What a live tenant's month is, in steps of an hour. */
    private List<String> lived() {
        String live = "live-" + ++tenants;
        platform.newTenant(live);
        platform.enable(live, Chores.ID);
        bills(live);
        for (int hour = 0; hour < MONTH.toHours(); hour++) {
            platform.advance(Duration.ofHours(1));
        }
        return diary(live);
    }

    @Test
    @DisplayName("goes through all that falls due, and its events, exactly as a month that is lived")
    void asLived() {
        bills(toy);
        Move move = platform.fastForward(toy, "P30D");
        List<String> skipped = diary(toy);

        assertEquals(State.DONE, move.state());
        assertEquals(List.of(), move.failures());
        assertEquals(start.plus(MONTH).minus(Duration.ofHours(1)), move.to(), "summer began on the way");
        assertEquals(4 * 3 * 4, skipped.size(), "four weeks of three bills, each with two events and a reminder");
        assertEquals(25, move.steps(), "bills and reminders at instants of their own, and the end");
        assertEquals(24, move.processed());
        assertEquals(start, platform.clock().instant(), "real time stands still");
        assertEquals(lived(), skipped);
    }

    @Test
    @DisplayName("leaves the live tenant beside it alone, and runs on from where it came")
    void othersStay() {
        String live = "live-" + ++tenants;
        platform.newTenant(live);
        platform.enable(live, Chores.ID);
        bills(live);
        bills(toy);
        platform.fastForward(toy, "P30D");
        assertEquals(List.of(), diary(live));
        assertEquals(start, now(live));

        Instant ahead = now(toy);
        platform.clock().advance(Duration.ofSeconds(90));
        assertEquals(ahead.plusSeconds(90), now(toy));
        int before = diary(toy).size();
        platform.advance(Duration.ofHours(49));
        assertTrue(diary(toy).size() > before, "its own time decides what is due");
        assertEquals(3, diary(live).size(), "and the live tenant's first bill is due in real time");
    }

    @Test
    @DisplayName("goes on after a crash from where it stood, and nothing is done twice or left out")
    void crash() {
        bills(toy);
        chores.deadly = "a";
        platform.as(toy, () -> platform.clocks().advance("P30D"));
        assertThrows(Chores.Killed.class, () -> platform.moves());
        Reading dead = show(toy);
        assertEquals(State.MOVING, dead.move().state());
        assertEquals(start.plus(Duration.ofHours(49)), dead.now());
        platform.clock().advance(Moves.LEASE.minusMillis(1));
        platform.moves();
        assertEquals(dead.now(), show(toy).now(), "its lease is not over");

        platform.clock().advance(Duration.ofMillis(1));
        platform.moves();
        assertEquals(State.DONE, show(toy).move().state());
        List<String> skipped = diary(toy);
        start = platform.clock().instant();
        assertEquals(skipped.size(), lived().size());
        assertEquals(48, skipped.size());
    }

    @Test
    @DisplayName("tells what could not be delivered, after a few tries at once, and what was given up")
    void failures() {
        bills(toy);
        chores.bad.add("event of b");
        chores.bad.add("c");
        Move move = platform.fastForward(toy, "P5D");
        assertEquals(State.DONE, move.state());
        String told = String.join("\n", move.failures());
        assertTrue(told.contains("to chores.remind failed: IllegalArgumentException: cannot hear of b"), told);
        assertTrue(told.contains("chores.bill of c failed, again at "), told);
        assertTrue(told.contains("chores.bill of c failed, parked: IllegalArgumentException: cannot do c"), told);
        assertEquals(3, move.failures().size(), told);
        assertTrue(platform.as(toy, () -> platform.unitOfWork().call(() -> chores.isParked("chores_bill", "c"))));
        assertFalse(platform.as(toy, () -> platform.unitOfWork().call(() -> chores.isParked("chores_bill", "a"))));

        chores.bad.clear();
        platform.clock().advance(Duration.ofMinutes(10));
        platform.drain();
        assertTrue(String.join("\n", diary(toy)).contains("heard of b"), "it is delivered later");
    }

    @Test
    @DisplayName("does not age tokens: one is good still after a year")
    void tokens() {
        Clients.NewClient client =
                platform.as(toy, () -> platform.core().clients().create("bot", null, Set.of("chores:read")));
        String token = platform.core()
                .tokens()
                .issue(toy, client.client().id(), client.secret(), Set.of())
                .orElseThrow()
                .token();
        platform.fastForward(toy, "P1Y");
        platform.work(platform.core().tokenExpiry());
        platform.advance(Duration.ofMinutes(59));
        assertTrue(platform.core().tokens().authenticate(toy, token, "r").isPresent());
        platform.advance(Duration.ofMinutes(1));
        assertFalse(platform.core().tokens().authenticate(toy, token, "r").isPresent());
    }
}
