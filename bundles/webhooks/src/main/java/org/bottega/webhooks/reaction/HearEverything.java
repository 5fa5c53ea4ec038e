package org.bottega.webhooks.reaction;

import java.time.Instant;
import java.util.List;
import org.bottega.api.spi.AnyEventListener;
import org.bottega.webhooks.Envelope;
import org.bottega.webhooks.Ground;
import org.bottega.webhooks.WebhooksModule;
import org.bottega.webhooks.store.DeliveryRows;
import org.bottega.webhooks.store.EndpointRepository;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes down, for each endpoint that wants the event, that it is to be sent. */
@Component(service = AnyEventListener.class)
public final class HearEverything implements AnyEventListener {

    private final Ground ground;
    private final EndpointRepository endpoints;
    private final DeliveryRows deliveries;

    @Activate
    public HearEverything(
            @Reference Ground ground, @Reference EndpointRepository endpoints, @Reference DeliveryRows deliveries) {
        this.ground = ground;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    @Override
    public String id() {
        return "webhooks.hear-everything";
    }

    @Override
    public String module() {
        return WebhooksModule.ID;
    }

    @Override
    public void on(Told event) {
        Instant now = ground.now();
        List<String> wanting = endpoints.enabled().stream()
                .filter(endpoint -> endpoint.target().wants(event.type()))
                .map(endpoint -> endpoint.id())
                .toList();
        if (!wanting.isEmpty()) {
            String body = Envelope.json(event.id(), event.type(), event.at(), ground.tenant(), event.json());
            deliveries.insert(wanting.stream()
                    .map(endpoint -> new DeliveryRows.Fresh(ground.id(), endpoint, event.id(), event.type(), body, now))
                    .toList());
        }
    }
}
