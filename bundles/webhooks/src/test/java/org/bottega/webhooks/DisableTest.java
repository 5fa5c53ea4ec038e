package org.bottega.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bottega.core.testing.SentMail;
import org.bottega.webhooks.store.DeliveryRow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DisableTest extends HooksTest {

    private static final Duration THREE_DAYS = Duration.ofDays(3);

    @Test
    @DisplayName("after three days of nothing but failures it is disabled and its contact is told, not a moment before")
    void failing() {
        Endpoints.Told told = add();
        receiver.answers(503, "");
        Instant first = platform.clock().instant();
        sell("shoe");
        now();
        assertEquals(first, endpoint(told).failingSince());
        platform.advance(THREE_DAYS.minusMillis(1));
        assertEquals(9, receiver.got().size());
        assertEquals(EndpointState.ENABLED, endpoint(told).state());
        assertEquals(DeliveryState.PENDING, log(told).get(0).state());
        assertEquals(List.of(), platform.mails(tenant));
        platform.advance(Duration.ofMillis(1));
        assertEquals(10, receiver.got().size());
        assertEquals(EndpointState.DISABLED, endpoint(told).state());
        assertEquals(DisabledWhy.FAILING, endpoint(told).disabledWhy());
        assertEquals(DeliveryState.FAILED, log(told).get(0).state());
        SentMail mail = platform.mails(tenant).get(0);
        assertEquals("ops@example.com", mail.to());
        assertEquals("The webhook to 127.0.0.1 was switched off", mail.subject());
        assertTrue(mail.text().contains("since 20") && mail.text().contains("the answer was 503"), mail.text());
        platform.advance(Duration.ofDays(10));
        sell("after");
        now();
        assertEquals(10, receiver.got().size());
        assertEquals(1, platform.mails(tenant).size());
    }

    @Test
    @DisplayName("one success begins the three days anew; a delivery has its own three days")
    void success() {
        Endpoints.Told told = add();
        receiver.answers(503, "");
        sell("lost");
        now();
        platform.advance(Duration.ofDays(2));
        receiver.answers(200, "");
        sell("good");
        now();
        receiver.answers(503, "");
        platform.advance(Duration.ofDays(2));
        assertEquals(EndpointState.ENABLED, endpoint(told).state());
        assertEquals(
                List.of(DeliveryState.DELIVERED, DeliveryState.FAILED),
                log(told).stream().map(DeliveryRow::state).toList());
        assertTrue(endpoint(told).failingSince() != null);
    }

    @Test
    @DisplayName("410 Gone disables at once; enabled again, what failed is replayed and what happened meanwhile is not")
    void gone() {
        Endpoints.Told told = add();
        receiver.answers(410, "");
        sell("one");
        now();
        assertEquals(DisabledWhy.GONE, endpoint(told).disabledWhy());
        assertTrue(platform.mails(tenant).get(0).text().contains("410 Gone"));
        sell("meanwhile");
        now();
        assertEquals(1, log(told).size());
        receiver.answers(200, "");
        String id = told.endpoint().id();
        Instant since = platform.clock().instant().minusSeconds(1);
        assertEquals(
                "endpoint-disabled",
                refused(() -> platform.as(tenant, () -> hooks.deliveries.replaySince(id, since)))
                        .code());
        platform.as(tenant, () -> hooks.endpoints.enable(id));
        assertNull(endpoint(told).failingSince());
        assertEquals(
                new Deliveries.Replayed(1, false), platform.as(tenant, () -> hooks.deliveries.replaySince(id, since)));
        now();
        assertEquals(DeliveryState.DELIVERED, log(told).get(0).state());
        assertEquals(1, log(told).get(0).tries());
        assertEquals(2, whole(log(told).get(0)).attempts().size());
        assertEquals(receiver.got().get(0).id(), receiver.last().id());
    }

    @Test
    @DisplayName(
            "replayed are failures of events told at the instant or later, and one that is over; nothing twice at once")
    void replay() {
        Endpoints.Told told = add();
        receiver.answers(503, "");
        sell("early");
        now();
        platform.advance(Duration.ofMillis(1));
        Instant since = platform.clock().instant();
        sell("late");
        now();
        String id = told.endpoint().id();
        platform.as(tenant, () -> hooks.endpoints.disable(id));
        platform.as(tenant, () -> hooks.endpoints.enable(id));
        assertEquals(
                1,
                platform.as(tenant, () -> hooks.deliveries.replaySince(id, since))
                        .count());
        assertEquals(
                0,
                platform.as(tenant, () -> hooks.deliveries.replaySince(id, since))
                        .count());
        receiver.answers(200, "");
        now();
        List<DeliveryRow> rows = log(told);
        assertEquals(DeliveryState.DELIVERED, rows.get(0).state());
        assertEquals(DeliveryState.FAILED, rows.get(1).state());
        platform.as(tenant, () -> hooks.deliveries.replay(rows.get(0).id()));
        assertEquals(
                "delivery-pending",
                refused(() -> platform.as(
                                tenant,
                                () -> hooks.deliveries.replay(rows.get(0).id())))
                        .code());
        int before = receiver.got().size();
        now();
        assertEquals(before + 1, receiver.got().size());
    }

    @Test
    @DisplayName("after a rotation both secrets sign for 24 hours, then the new one alone")
    void rotate() {
        Endpoints.Told old = add();
        Endpoints.Told fresh =
                platform.as(tenant, () -> hooks.endpoints.rotate(old.endpoint().id()));
        sell("one");
        now();
        assertEquals(
                List.of(signed(fresh.secret(), receiver.last()), signed(old.secret(), receiver.last())),
                receiver.last().signatures());
        platform.advance(Secrets.OVERLAP.minusMillis(1));
        sell("two");
        now();
        assertEquals(2, receiver.last().signatures().size());
        platform.advance(Duration.ofMillis(1));
        sell("three");
        now();
        assertEquals(
                List.of(signed(fresh.secret(), receiver.last())),
                receiver.last().signatures());
    }

    @Test
    @DisplayName("the log is kept for 30 days; a removed endpoint takes its log along")
    void retention() {
        Endpoints.Told told = add();
        sell("one");
        now();
        platform.advance(Duration.ofDays(30).minusMillis(1));
        assertEquals(1, log(told).size());
        platform.advance(Duration.ofMillis(1));
        assertEquals(0, log(told).size());
        sell("two");
        now();
        DeliveryRow row = log(told).get(0);
        platform.as(tenant, () -> hooks.endpoints.remove(told.endpoint().id()));
        assertEquals("delivery-not-found", refused(() -> whole(row)).code());
        now();
        Instant ever = platform.clock().instant().plus(Duration.ofDays(1000));
        assertEquals(List.of(), platform.dueRows().of("webhooks_delivery", tenant, ever, 10));
    }
}
