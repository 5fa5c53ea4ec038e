package org.bottega.core.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("org.bottega.persistence.testing.TestDatabase#kinds")
class DeliveryDataTest extends OutboxFixture {

    private long count(DeliveryData data, String of, String module) {
        return platform.as(of, () -> platform.unitOfWork().call(() -> data.count(module)));
    }

    @Test
    @DisplayName("deliveries of a module go with it, of the one marketplace only")
    void purged() {
        DeliveryData data = new DeliveryData(platform.store("core"));
        String other = tenant + "-b";
        platform.newTenant(other);
        platform.enable(other, ProbeModule.ID);
        node.publish(tenant, "A", 1, 2);
        node.publish(other, "A", 1);
        assertEquals(2, count(data, tenant, ProbeModule.ID));
        assertEquals(0, count(data, tenant, "sales"));
        platform.as(tenant, () -> platform.unitOfWork().run(() -> data.purge("sales")));
        assertEquals(2, count(data, tenant, ProbeModule.ID));
        platform.as(tenant, () -> platform.unitOfWork().run(() -> data.purge(ProbeModule.ID)));
        assertEquals(0, count(data, tenant, ProbeModule.ID));
        node.drain();
        assertEquals(List.of("A1"), probe.heard());
    }
}
