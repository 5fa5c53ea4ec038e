package org.bottega.core.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.TenantClocks.Move;
import org.bottega.api.platform.TenantClocks.Reading;
import org.bottega.api.platform.TenantClocks.State;
import org.bottega.api.spi.BusinessModule;
import org.bottega.core.testing.PlatformTest;
import org.bottega.core.testing.TestPlatform;
import org.bottega.persistence.Rows;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A clock's move that is not made in one go")
class MoveInPartsTest extends PlatformTest {

    private static final Duration HALF = Moves.LEASE.dividedBy(2).plusSeconds(1);
    private static int tenants;
    private static TestPlatform known;
    private static Chores chores;

    private String toy;
    private Instant start;
    private Instant billed;

    @BeforeEach
    void begin() {
        if (known != platform) {
            known = platform;
            chores = new Chores(platform);
        }
        toy = "parts-" + ++tenants;
        platform.newSandbox(toy);
        platform.enable(toy, Chores.ID);
        start = platform.clock().instant();
        billed = start.plus(Duration.ofHours(49));
        platform.as(toy, () -> platform.unitOfWork().run(() -> chores.bill("a", billed)));
    }

    @AfterEach
    void end() {
        chores.also = line -> {};
    }

    private Reading show() {
        return platform.as(toy, () -> platform.clocks().show());
    }

    private void advance(String by) {
        platform.as(toy, () -> platform.clocks().advance(by));
    }

    @Test
    @DisplayName("stands until somebody comes to make it, and is written down")
    void standing() {
        advance("P1D");
        platform.clock().advance(Duration.ofSeconds(5));
        assertEquals(start, platform.as(toy, () -> platform.businessClock().instant()));
        platform.moves();
        assertEquals(start.plus(Duration.ofDays(1)), show().now());
        var audit = platform.as(toy, () -> platform.core().audit().list("clock.advance", PageRequest.of(5, null)));
        assertEquals(1, audit.items().size());
        String details = audit.items().get(0).details();
        assertTrue(details.contains(start.plus(Duration.ofDays(1)).toString()), details);
    }

    @Test
    @DisplayName("counts what falls due at the very instant of its end")
    void exactEnd() {
        Reading begun = platform.as(toy, () -> platform.clocks().advanceTo(billed));
        assertEquals(billed, begun.move().to());
        platform.moves();
        Move move = show().move();
        assertEquals(List.of(1L, 1L), List.of(move.steps(), move.processed()));
        assertEquals(State.DONE, move.state());
    }

    @Test
    @DisplayName(
            "is left when the marketplace is suspended midway, and gone on with when it is resumed, without a wait")
    void suspended() {
        chores.also = line -> CompletableFuture.runAsync(
                        () -> platform.as(null, () -> platform.tenants().suspend(toy, "unpaid")))
                .join();
        advance("P3D");
        platform.moves();
        chores.also = line -> {};
        Reading left = show();
        assertEquals(State.MOVING, left.move().state());
        assertEquals(billed, left.now());
        assertEquals(List.of(1L, 1L), List.of(left.move().steps(), left.move().processed()));

        platform.moves();
        assertEquals(left.move(), show().move());
        platform.as(null, () -> platform.tenants().resume(toy));
        platform.moves();
        assertEquals(State.DONE, show().move().state());
        assertEquals(start.plus(Duration.ofDays(3)), show().now());
    }

    @Test
    @DisplayName("that takes longer than a lease is nobody else's meanwhile")
    void lease() {
        chores.also = line -> {
            platform.clock().advance(HALF);
            assertEquals(
                    List.of(),
                    platform.dueRows()
                            .of("core_clock_move", toy, platform.clock().instant(), 5),
                    line);
        };
        advance("P2DT1H");
        platform.moves();
        assertEquals(State.DONE, show().move().state());
        assertEquals(1, show().move().processed());
        assertEquals(List.of(), show().move().failures());
    }

    @Test
    @DisplayName("tells of a module that is on and does not run here: what is due of it waits")
    void absent() {
        BusinessModule other = module("absent");
        platform.module(other);
        platform.enable(toy, "absent");
        platform.core().deployed().removeModule(other);
        Move move = platform.fastForward(toy, "PT1H");
        assertEquals(List.of("module absent does not run: what is due of it waits"), move.failures());
        assertEquals(State.DONE, move.state());
    }

    /** Gives the move up, as the sweeper does after many failures. */
    private static final class Parking extends Rows {
        Parking(TestPlatform platform) {
            super(platform.store("core"));
        }

        void park() {
            update("update core_clock_move set due_at = null where tenant_id = ?", tenant());
        }
    }

    @Test
    @DisplayName("that was given up is stuck, and goes on to another end when the clock is moved again")
    void stuck() {
        advance("P1D");
        String id = show().move().id();
        platform.as(toy, () -> platform.unitOfWork().run(() -> new Parking(platform).park()));
        platform.moves();
        assertEquals(State.STUCK, show().move().state());
        assertEquals(start, show().now());

        advance("P4D");
        assertEquals(State.MOVING, show().move().state());
        platform.moves();
        Move move = show().move();
        assertEquals(id, move.id());
        assertEquals(State.DONE, move.state());
        assertEquals(start.plus(Duration.ofDays(4)), show().now());
        assertEquals(List.of(3L, 2L), List.of(move.steps(), move.processed()), "bill, reminder, end");
    }
}
