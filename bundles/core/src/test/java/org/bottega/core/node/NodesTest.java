package org.bottega.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.api.platform.ModuleDesk.Change;
import org.bottega.core.base.Inside;
import org.bottega.core.module.Deployed;
import org.bottega.core.shell.NodeList;
import org.bottega.core.testing.PlatformTest;
import org.bottega.core.testing.TestConsole;
import org.bottega.core.testing.TestNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class NodesTest extends PlatformTest {

    private static int count;

    private String module;
    private String tenant;
    private Nodes here;
    private Deployed elsewhere;
    private Nodes other;

    @BeforeEach
    void open() {
        module = "node" + (char) ('a' + count++);
        tenant = "node-tenant-" + count;
        platform.newTenant(tenant);
        platform.module(module(module));
        here = platform.core().nodes();
        elsewhere = new Deployed();
        other = node("other", elsewhere, platform.clock());
        here.beat();
        other.beat();
    }

    @AfterEach
    void leave() {
        here.leave();
        other.leave();
    }

    private static Nodes node(String name, Deployed deployed, Clock clock) {
        Inside inside = new Inside(platform.callers(), platform.unitOfWork());
        return new Nodes(platform.store("core"), inside, deployed, clock, TestNode.named(name));
    }

    private Node seen(Nodes by, String name) {
        return by.list().stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void enable() {
        platform.as(tenant, () -> {
            platform.modules().enable(module);
            return null;
        });
    }

    private boolean isOn() {
        return platform.modules().isOn(tenant, module);
    }

    @Test
    @DisplayName("each node sees all, what they run, and which of them it is")
    void list() {
        elsewhere.addModule(module("pottery"));
        other.beat();

        assertEquals(
                List.of("here", "other"), here.list().stream().map(Node::name).toList());
        assertTrue(seen(here, "here").here());
        assertFalse(seen(here, "other").here());
        assertTrue(seen(other, "other").here());
        assertEquals("1.0.0", seen(other, "here").modules().get(module));
        assertEquals(Map.of("pottery", "1.0.0"), seen(here, "other").modules());
    }

    @Test
    @DisplayName("a node that is silent lives for 10 s less a millisecond more, and is forgotten after an hour")
    void silence() {
        here.beat();
        platform.advance(Nodes.SILENCE.minusMillis(1));
        assertTrue(seen(here, "other").live());
        platform.advance(Duration.ofMillis(1));
        assertFalse(seen(here, "other").live());
        assertTrue(seen(other, "here").live(), "never heard to be silent by a node that did not listen");

        platform.advance(Nodes.FORGOTTEN.minus(Nodes.SILENCE).minusMillis(1));
        here.beat();
        assertEquals(2, here.list().size());
        platform.advance(Duration.ofMillis(1));
        here.beat();
        assertEquals(List.of("here"), here.list().stream().map(Node::name).toList());
    }

    @Test
    @DisplayName("a node that was forgotten and goes on is known again with all that it runs")
    void wakes() {
        platform.advance(Nodes.FORGOTTEN);
        other.beat();
        platform.advance(Nodes.FORGOTTEN);
        other.beat();
        assertEquals(List.of("other"), here.list().stream().map(Node::name).toList());

        here.beat();
        assertEquals("1.0.0", seen(other, "here").modules().get(module));
    }

    @Test
    @DisplayName("a node whose clock is a day wrong lives as long as it is heard")
    void wrongClock() {
        Nodes late = node("late", new Deployed(), Clock.offset(platform.clock(), Duration.ofDays(-1)));
        for (int i = 0; i < 3; i++) {
            late.beat();
            here.beat();
            platform.advance(Nodes.SILENCE.minusMillis(1));
            assertTrue(seen(here, "late").live());
        }
        late.leave();
    }

    @Test
    @DisplayName("a module is switched on when all live nodes run it, and not before; a dry run says so")
    void everywhere() {
        Problem refusal = refused(this::enable);
        assertEquals("module-not-on-all-nodes", refusal.code());
        assertEquals(List.of("other"), refusal.members().get("nodes"));
        assertEquals(409, refusal.kind().status());
        assertFalse(isOn());
        assertEquals(
                "module-not-on-all-nodes",
                platform.callers()
                        .as(
                                Caller.operator(tenant, "test"),
                                () -> platform.core().moduleDesk().plan(module, Change.ENABLE))
                        .refusal());

        elsewhere.addModule(module(module));
        refused(this::enable);
        other.beat();
        enable();
        assertTrue(isOn());
    }

    @Test
    @DisplayName("a node that was killed keeps a module from being switched on for 10 s, one that left for none")
    void gone() {
        here.beat();
        platform.advance(Nodes.SILENCE.minusMillis(1));
        refused(this::enable);
        platform.advance(Duration.ofMillis(1));
        enable();
        assertTrue(isOn());
    }

    @Test
    @DisplayName("a node that left is unknown at once")
    void left() {
        other.leave();
        enable();
        assertTrue(isOn());
        assertEquals(1, here.list().size());
    }

    @Test
    @DisplayName("two nodes of one name are told to the operator, a node that was started again is not")
    void twin() {
        platform.advance(Duration.ofSeconds(1));
        Nodes again = node("other", elsewhere, platform.clock());
        again.beat();
        again.beat();
        assertEquals(Optional.empty(), again.failure());

        other.beat();
        again.beat();
        assertTrue(again.failure().orElseThrow().contains("another node is called other too"));
        platform.advance(Nodes.SILENCE);
        again.beat();
        assertEquals(Optional.empty(), again.failure());
    }

    @Test
    @DisplayName("the console lists the nodes with what they run")
    void console() {
        elsewhere.addModule(module("pottery"));
        other.beat();
        try (TestConsole console = new TestConsole(platform.callers(), platform.tenants(), here).with(NodeList.class)) {
            String rows = console.run("node:list --json").out();
            assertTrue(rows.contains("\"node\":\"other\",\"here\":false,\"live\":true"), rows);
            assertTrue(rows.contains("\"modules\":[\"pottery 1.0.0\"]"), rows);
            assertTrue(console.run("node:list").out().contains("pottery 1.0.0"));
        }
    }
}
