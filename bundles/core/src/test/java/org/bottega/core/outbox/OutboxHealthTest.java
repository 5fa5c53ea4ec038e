package org.bottega.core.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import org.bottega.core.deadline.DueWorks;
import org.bottega.core.health.Backlog;
import org.bottega.core.health.OutboxHealth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.bottega.persistence.testing.TestDatabase#kinds")
class OutboxHealthTest extends OutboxFixture {

    @Test
    @DisplayName("deliveries that wait for ten minutes although their listener is here are told, and those given up")
    void behind() {
        OutboxHealth health = new OutboxHealth(
                new Backlog(
                        platform.dueRows(),
                        new DueWorks(),
                        platform.modules(),
                        platform.tenants(),
                        platform.core().times()),
                node.listeners);
        node.publish(tenant, "A", 1);
        platform.clock().advance(Duration.ofMinutes(10));
        assertEquals(Optional.empty(), health.failure());
        platform.clock().advance(Duration.ofMillis(1));
        String text = health.failure().orElseThrow();
        assertTrue(text.startsWith(ID + " of " + tenant + " is behind"), text);
        node.listeners.unbind(probe);
        assertEquals(Optional.empty(), health.failure(), "its bundle is away");
        node.listeners.bind(probe);
        probe.refuse("A1");
        for (int i = 0; i < 12; i++) {
            later(Duration.ofMinutes(6));
        }
        assertEquals(Optional.of("given up, core_delivery: {" + tenant + "=1}"), health.failure());
    }
}
