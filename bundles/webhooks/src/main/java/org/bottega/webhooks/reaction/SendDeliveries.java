package org.bottega.webhooks.reaction;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bottega.api.spi.DueWork;
import org.bottega.webhooks.Ground;
import org.bottega.webhooks.WebhooksModule;
import org.bottega.webhooks.send.Answer;
import org.bottega.webhooks.store.DeliveryRows;
import org.bottega.webhooks.store.DeliveryRows.Due;
import org.bottega.webhooks.store.EndpointRepository;
import org.bottega.webhooks.store.EndpointRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due, and removes what was sent long ago. A delivery is claimed in one transaction, sent outside any while
 * others are sent too, and its outcome noted in another; who dies in between leaves one that is sent again under the same id.
 */
@Component(service = DueWork.class)
public final class SendDeliveries implements DueWork {

    /** Longer than an attempt can take with all its waiting. */
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final int UNDER_WAY = 256;
    private static final int EACH = 8;
    private static final Duration MOMENT = Duration.ofMillis(50);
    private static final int SETTLERS = 2;
    private static final Duration DRAIN = Duration.ofSeconds(10);
    private static final Logger LOG = LoggerFactory.getLogger(SendDeliveries.class);

    private final Ground ground;
    private final DeliveryRows deliveries;
    private final EndpointRepository endpoints;
    private final Outcomes outcomes;
    private final Sender sender;
    private final Slots slots = new Slots(UNDER_WAY, EACH, MOMENT);
    private final ExecutorService settlers = Executors.newFixedThreadPool(SETTLERS, SendDeliveries::thread);

    @Activate
    public SendDeliveries(
            @Reference Ground ground,
            @Reference DeliveryRows deliveries,
            @Reference EndpointRepository endpoints,
            @Reference Outcomes outcomes,
            @Reference Sender sender) {
        this.ground = ground;
        this.deliveries = deliveries;
        this.endpoints = endpoints;
        this.outcomes = outcomes;
        this.sender = sender;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "bottega-webhooks-outcome");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public String id() {
        return "webhooks.send";
    }

    @Override
    public String module() {
        return WebhooksModule.ID;
    }

    @Override
    public String table() {
        return "webhooks_delivery";
    }

    @Override
    public boolean inUnitOfWork() {
        return false;
    }

    @Override
    public boolean realTime() {
        return true;
    }

    private record Job(Due due, EndpointRow endpoint) {}

    @Override
    public void process(String id) {
        Instant now = ground.now();
        Optional<Job> job = ground.inUnit(() -> deliveries.due(id, now).flatMap(due -> claim(due, now)));
        job.ifPresent(claimed -> {
            if (slots.take(slot(claimed))) {
                send(claimed);
            } else {
                ground.inUnit(() -> {
                    deliveries.putOff(claimed.due(), now, now.plus(PAUSE));
                    return null;
                });
            }
        });
    }

    private Optional<Job> claim(Due due, Instant now) {
        if (!due.isPending()) {
            deliveries.remove(due.id());
            return Optional.empty();
        }
        Optional<EndpointRow> endpoint = endpoints.find(due.endpoint()).filter(EndpointRow::isEnabled);
        if (endpoint.isEmpty()) {
            deliveries.giveUp(due.endpoint(), "the endpoint is disabled", now);
            return Optional.empty();
        }
        return deliveries.claim(due, now, now.plus(CLAIM))
                ? Optional.of(new Job(due, endpoint.get()))
                : Optional.empty();
    }

    private String slot(Job job) {
        return ground.tenant() + '/' + job.endpoint().id();
    }

    private void send(Job job) {
        String tenant = ground.tenant();
        String slot = slot(job);
        Instant begun = ground.now();
        boolean sent = false;
        try {
            sender.send(job.due(), job.endpoint(), begun)
                    .thenAcceptAsync(answer -> settle(tenant, job, begun, answer), settlers)
                    .whenComplete((done, failure) -> slots.leave(slot));
            sent = true;
        } finally {
            if (!sent) {
                slots.leave(slot);
            }
        }
    }

    private void settle(String tenant, Job job, Instant begun, Answer answer) {
        try {
            ground.as(
                    tenant,
                    id(),
                    job.due().id(),
                    () -> ground.inUnit(() -> {
                        outcomes.settle(job.due(), begun, answer);
                        return null;
                    }));
        } catch (RuntimeException e) {
            LOG.warn(
                    "Outcome of webhook delivery {} of {} is lost, it is sent again: {}",
                    job.due().id(),
                    tenant,
                    e,
                    e);
        }
    }

    /** Whether nothing is under way. */
    public boolean isIdle() {
        return slots.isIdle();
    }

    /** Ends after what is under way, if that is soon; what has no outcome by then is sent again. */
    @Deactivate
    public void stop() {
        try {
            if (!slots.awaitIdle(DRAIN)) {
                LOG.warn("Webhooks are under way whose outcome will not be known; they are sent again");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        settlers.shutdown();
    }
}
