package org.bottega.core.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bottega.api.spi.AnyEventListener;
import org.bottega.api.spi.AnyEventListener.Told;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.bottega.persistence.testing.TestDatabase#kinds")
class SubscriptionsTest extends OutboxFixture {

    @Test
    @DisplayName("what waits for its listener is not attempted, and delivered when it is back")
    void listenerAway() {
        node.listeners.unbind(probe);
        node.publish(tenant, "A", 1, 2);
        node.drain();
        assertEquals(Courier.Outcome.NOTHING, node.courier.run(new Lane(tenant, ID)));
        assertEquals(2, waiting().get(0).all());
        assertEquals(List.of(), failed());
        Probe back = node.probe(ID);
        node.drain();
        node.listeners.unbind(back);
        assertEquals(List.of("A1", "A2"), back.heard());
        assertEquals(List.of(), probe.heard());
    }

    @Test
    @DisplayName("a new listener hears what happens from then on")
    void newListener() {
        node.publish(tenant, "A", 1);
        Probe second = node.probe("probe.second-" + tenant);
        node.publish(tenant, "A", 2);
        node.drain();
        node.listeners.unbind(second);
        assertEquals(List.of("A1", "A2"), probe.heard());
        assertEquals(List.of("A2"), second.heard());
    }

    @Test
    @DisplayName("while a module is off its listeners hear nothing of the tenant; what came before waits")
    void moduleOff() {
        node.publish(tenant, "A", 1);
        platform.as(tenant, () -> platform.modules().disable(ProbeModule.ID));
        node.publish(tenant, "A", 2);
        node.drain();
        assertEquals(List.of(), probe.attempts());
        platform.enable(tenant, ProbeModule.ID);
        node.publish(tenant, "A", 3);
        node.drain();
        assertEquals(List.of("A1", "A3"), probe.heard());
    }

    @Test
    @DisplayName("subscriptions are durable: another node knows them before it has the listener")
    void durable() {
        Node other = new Node(platform);
        other.publish(tenant, "A", 1);
        other.drain();
        assertEquals(List.of(), probe.heard());
        node.drain();
        assertEquals(List.of("A1"), probe.heard());
    }

    @Test
    @DisplayName(
            "who listens to everything is told each event with its type and its JSON, and fails and waits like others")
    void everything() {
        List<Told> heard = new ArrayList<>();
        AtomicBoolean failing = new AtomicBoolean(true);
        AnyEventListener all = new AnyEventListener() {
            @Override
            public String id() {
                return "probe.all-" + tenant;
            }

            @Override
            public String module() {
                return ProbeModule.ID;
            }

            @Override
            public void on(Told event) {
                if (failing.get()) {
                    throw new IllegalStateException("not now");
                }
                heard.add(event);
            }
        };
        node.listeners.bindAll(all);
        node.publish(tenant, "A", 1);
        node.drain();
        assertEquals(List.of("A1"), probe.heard());
        assertEquals(List.of(), heard);
        failing.set(false);
        later(Duration.ofMinutes(1));
        node.listeners.unbindAll(all);
        assertEquals(1, heard.size());
        Told told = heard.get(0);
        assertEquals("probe.Happened", told.type());
        assertEquals("A", told.aggregate());
        assertTrue(told.json().contains("\"at\":\"2026-03-02T12:00:00Z\""), told.json());
        assertEquals(26, told.id().length());
    }
}
