package org.bottega.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;
import org.bottega.api.PageRequest;
import org.bottega.core.testing.PlatformTest;
import org.bottega.webhooks.Deliveries.Whole;
import org.bottega.webhooks.store.DeliveryRow;
import org.bottega.webhooks.store.EndpointRow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Base of the module's stories: a marketplace and a server that takes webhooks, new for each test. */
abstract class HooksTest extends PlatformTest {

    static final PageRequest ALL = PageRequest.of(500, null);
    private static Hooks made;
    private static int tenants;
    private static int keys;

    Hooks hooks;
    Receiver receiver;
    String tenant;

    /** An event of a module. */
    @EventType("shop.Sold")
    record Sold(String thing, int price) implements DomainEvent {
        @Override
        public String aggregate() {
            return thing;
        }
    }

    /** Another one. */
    @EventType("shop.Returned")
    record Returned(String thing) implements DomainEvent {
        @Override
        public String aggregate() {
            return thing;
        }
    }

    @BeforeEach
    void begin() {
        if (made == null || made.platform != platform) {
            made = new Hooks(platform);
        }
        hooks = made;
        receiver = new Receiver();
        tenant = newTenant();
    }

    @AfterEach
    void end() {
        for (int i = 1; i <= tenants; i++) {
            off(getClass().getSimpleName().toLowerCase() + "-" + i);
        }
        receiver.close();
        hooks.names.clear();
    }

    private static void off(String tenant) {
        if (platform.tenants().find(tenant).isPresent()) {
            platform.as(tenant, () -> platform.modules().disable(WebhooksModule.ID));
        }
    }

    final String newTenant() {
        String id = getClass().getSimpleName().toLowerCase() + "-" + ++tenants;
        platform.newTenant(id);
        platform.enable(id, WebhooksModule.ID);
        return id;
    }

    final Endpoints.Told add(String url, String... events) {
        Target target = new Target(url, List.of(events), "ops@example.com", null);
        return platform.as(tenant, () -> hooks.endpoints.create("key-" + ++keys, target));
    }

    final Endpoints.Told add() {
        return add(receiver.url("/hook"), "shop.*");
    }

    final void sell(String thing) {
        platform.as(
                tenant, () -> platform.unitOfWork().run(() -> platform.events().publish(new Sold(thing, 950))));
    }

    /** Delivers what is due now. */
    final void now() {
        platform.advance(Duration.ZERO);
    }

    final EndpointRow endpoint(Endpoints.Told told) {
        return platform.as(tenant, () -> hooks.endpoints.get(told.endpoint().id()));
    }

    final List<DeliveryRow> log(Endpoints.Told told) {
        return platform.as(tenant, () -> hooks.deliveries
                .list(told.endpoint().id(), null, null, ALL)
                .items());
    }

    final Whole whole(DeliveryRow row) {
        return platform.as(tenant, () -> hooks.deliveries.get(row.id()));
    }

    /** What a receiver computes that has this secret. */
    static String signed(String secret, Receiver.Got got) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring(6)), "HmacSHA256"));
            String text = got.id() + "." + got.timestamp() + "." + got.body();
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
