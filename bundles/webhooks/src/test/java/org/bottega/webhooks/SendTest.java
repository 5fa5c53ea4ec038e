package org.bottega.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bottega.api.Problem;
import org.bottega.webhooks.Receiver.Got;
import org.bottega.webhooks.store.AttemptRows.Attempt;
import org.bottega.webhooks.store.DeliveryRow;
import org.bottega.webhooks.store.DeliveryRows;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SendTest extends HooksTest {

    @Test
    @DisplayName("an event that is wanted is sent once, signed, with its own JSON; others are not")
    void sent() {
        Endpoints.Told told = add(receiver.url("/hook?a=1"), "shop.Sold");
        platform.as(
                tenant, () -> platform.unitOfWork().run(() -> platform.events().publish(new Returned("shoe"))));
        sell("shoe");
        Instant at = platform.clock().instant();
        now();
        now();
        assertEquals(1, receiver.got().size());
        Got got = receiver.last();
        assertEquals("/hook", got.path());
        assertEquals(at.getEpochSecond(), got.timestamp());
        assertEquals(List.of(signed(told.secret(), got)), got.signatures());
        assertEquals(
                "{\"type\":\"shop.Sold\",\"id\":\"" + got.id() + "\",\"timestamp\":\"" + at + "\",\"tenant\":\""
                        + tenant + "\",\"data\":{\"thing\":\"shoe\",\"price\":950}}",
                got.body());
        DeliveryRow row = log(told).get(0);
        assertEquals(got.id(), row.eventId());
        assertEquals(DeliveryState.DELIVERED, row.state());
        assertEquals(204, row.lastStatus());
        assertEquals(1, whole(row).attempts().size());
    }

    @Test
    @DisplayName("each endpoint is told under the same id; other marketplaces are told nothing")
    void several() {
        add(receiver.url("/one"), "*");
        add(receiver.url("/two"), "other.*", "shop.Sold");
        add(receiver.url("/three"), "core.*");
        tenant = newTenant();
        add(receiver.url("/foreign"), "other.Seen");
        tenant = tenant.replaceAll("\\d+$", "") + (Integer.parseInt(tenant.replaceAll("\\D", "")) - 1);
        sell("shoe");
        now();
        assertEquals(
                List.of("/one", "/two"),
                receiver.got().stream().map(Got::path).sorted().toList());
        assertEquals(receiver.got().get(0).id(), receiver.got().get(1).id());
    }

    @Test
    @DisplayName("what fails is tried again later under the same id, and written down attempt by attempt")
    void again() {
        Endpoints.Told told = add();
        receiver.answers(500, "oh\u0000 no");
        sell("shoe");
        now();
        assertEquals(1, receiver.got().size());
        platform.advance(Duration.ofMillis(4999));
        assertEquals(1, receiver.got().size());
        assertEquals(DeliveryState.PENDING, log(told).get(0).state());
        receiver.answers(200, "thanks");
        platform.advance(Duration.ofMillis(1));
        assertEquals(2, receiver.got().size());
        assertEquals(receiver.got().get(0).id(), receiver.last().id());
        assertEquals(receiver.got().get(0).body(), receiver.last().body());
        assertNotEquals(receiver.got().get(0).timestamp(), receiver.last().timestamp());
        DeliveryRow row = log(told).get(0);
        assertEquals(DeliveryState.DELIVERED, row.state());
        assertNull(row.lastError());
        List<Attempt> attempts = whole(row).attempts();
        assertEquals(List.of(500, 200), attempts.stream().map(Attempt::status).toList());
        assertEquals("oh\uFFFD no", attempts.get(0).answer());
        assertEquals("the answer was 500", attempts.get(0).error());
        assertEquals("thanks", attempts.get(1).answer());
        assertNull(endpoint(told).failingSince());
    }

    @Test
    @DisplayName("one that was claimed and never settled is sent again under the same id")
    void crash() {
        add();
        sell("shoe");
        platform.drain();
        receiver.answers(200, "");
        DeliveryRows rows = new DeliveryRows(platform.store("webhooks"));
        Instant now = platform.clock().instant();
        platform.as(tenant, () -> platform.unitOfWork().run(() -> platform.dueRows()
                .of("webhooks_delivery", tenant, now, 10)
                .forEach(row ->
                        assertTrue(rows.claim(rows.due(row.id(), now).orElseThrow(), now, now.plusSeconds(120))))));
        platform.advance(Duration.ofSeconds(119));
        assertEquals(0, receiver.got().size());
        platform.advance(Duration.ofSeconds(1));
        assertEquals(1, receiver.got().size());
    }

    @Test
    @DisplayName("a test event is sent to its endpoint only; a disabled one gets none")
    void test() {
        Endpoints.Told told = add(receiver.url("/a"), "other.Seen");
        add(receiver.url("/b"), "*");
        String delivery =
                platform.as(tenant, () -> hooks.endpoints.test(told.endpoint().id()));
        now();
        assertEquals(List.of("/a"), receiver.got().stream().map(Got::path).toList());
        assertTrue(receiver.last().body().startsWith("{\"type\":\"webhooks.Test\""));
        assertEquals(delivery, log(told).get(0).id());
        platform.as(tenant, () -> hooks.endpoints.disable(told.endpoint().id()));
        Problem problem = refused(() ->
                platform.as(tenant, () -> hooks.endpoints.test(told.endpoint().id())));
        assertEquals("endpoint-disabled", problem.code());
    }
}
