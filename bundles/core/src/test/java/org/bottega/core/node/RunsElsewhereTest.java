package org.bottega.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.bottega.core.base.Inside;
import org.bottega.core.module.BrokenStore;
import org.bottega.core.module.Deployed;
import org.bottega.core.testing.PlatformTest;
import org.bottega.core.testing.TestNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A module that fails here is a reason to ask another node")
class RunsElsewhereTest extends PlatformTest {

    private static final Optional<String> FAILURE = Optional.of("painting: V2 failed");

    private final BrokenStore broken = new BrokenStore("painting", "V2 failed");
    private final Deployed deployed = platform.core().deployed();
    private final Deployed others = new Deployed();
    private Nodes other;
    private RunsElsewhere check;

    @BeforeEach
    void open() {
        Nodes here = platform.core().nodes();
        Inside inside = new Inside(platform.callers(), platform.unitOfWork());
        other = new Nodes(platform.store("core"), inside, others, platform.clock(), TestNode.named("other"));
        here.beat();
        other.beat();
        check = new RunsElsewhere(deployed, here);
        deployed.addStore(broken);
    }

    @AfterEach
    void close() {
        deployed.removeStore(broken);
        other.leave();
    }

    private Optional<String> told() {
        other.beat();
        return check.failure();
    }

    @Test
    @DisplayName("while one runs it, and none when it fails there too: all else would be away with it")
    void others() {
        assertEquals(Optional.empty(), told());
        others.addModule(module("painting"));
        assertEquals(FAILURE, told());
        others.addStore(broken);
        assertEquals(Optional.empty(), told());
        others.removeStore(broken);
        assertEquals(FAILURE, told());
        deployed.removeStore(broken);
        assertEquals(Optional.empty(), told());
    }

    @Test
    @DisplayName("and none once that one has gone silent")
    void silent() {
        others.addModule(module("painting"));
        assertEquals(FAILURE, told());
        platform.core().nodes().beat();
        platform.advance(Nodes.SILENCE.minusMillis(1));
        assertTrue(check.failure().isPresent());
        platform.advance(Duration.ofMillis(1));
        assertEquals(Optional.empty(), check.failure());
    }
}
