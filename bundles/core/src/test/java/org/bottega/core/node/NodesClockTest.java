package org.bottega.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.bottega.core.base.Inside;
import org.bottega.core.module.Deployed;
import org.bottega.core.testing.PlatformTest;
import org.bottega.core.testing.TestNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine's clock is set while nodes live and die. */
class NodesClockTest extends PlatformTest {

    private Nodes here;
    private Nodes other;

    @BeforeEach
    void open() {
        here = node("here");
        other = node("other");
        here.beat();
        other.beat();
        here.beat();
    }

    @AfterEach
    void leave() {
        here.leave();
        other.leave();
    }

    private static Nodes node(String name) {
        Inside inside = new Inside(platform.callers(), platform.unitOfWork());
        return new Nodes(platform.store("core"), inside, new Deployed(), platform.clock(), TestNode.named(name));
    }

    private static void set(Duration by) {
        platform.clock().set(platform.clock().instant().plus(by));
    }

    private boolean isOtherLive() {
        return here.list().stream().anyMatch(node -> node.name().equals("other") && node.live());
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "-P1D"})
    @DisplayName("a clock that is set a day forward or back: who is heard lives, who is silent does not after 10 s")
    void jump(String by) {
        set(Duration.parse(by));
        other.beat();
        here.beat();
        other.beat();
        here.beat();
        assertTrue(isOtherLive());

        platform.clock().advance(Nodes.SILENCE.minusMillis(1));
        assertTrue(isOtherLive());
        platform.clock().advance(Duration.ofMillis(1));
        assertFalse(isOtherLive());
    }

    @Test
    @DisplayName("a node that dies at the very moment the clock goes back is taken for gone 10 s after the next beat")
    void deadAtTheJump() {
        set(Duration.ofDays(-1));
        here.beat();
        platform.clock().advance(Nodes.SILENCE);
        here.beat();
        assertFalse(isOtherLive());
    }

    @Test
    @DisplayName("a twin that was seen before the clock went back makes nobody unready for a day")
    void twin() {
        Nodes twin = node("here");
        platform.clock().advance(Duration.ofSeconds(1));
        Nodes again = node("here");
        again.beat();
        twin.beat();
        again.beat();
        assertTrue(again.failure().isPresent());
        set(Duration.ofDays(-1));
        again.beat();
        again.beat();
        assertEquals(Optional.empty(), again.failure());
    }
}
