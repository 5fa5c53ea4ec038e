package org.bottega.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.webhooks.store.AttemptRows;
import org.bottega.webhooks.store.AttemptRows.Attempt;
import org.bottega.webhooks.store.DeliveryRepository;
import org.bottega.webhooks.store.DeliveryRow;
import org.bottega.webhooks.store.DeliveryRows;
import org.bottega.webhooks.store.EndpointRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What was sent to the endpoints of the current caller's tenant, and sending it again. */
@Component(service = Deliveries.class)
public final class Deliveries {

    /** Most deliveries replayed at once. */
    public static final int MOST = 1000;

    private final Ground ground;
    private final Endpoints endpoints;
    private final DeliveryRepository log;
    private final DeliveryRows rows;
    private final AttemptRows attempts;

    @Activate
    public Deliveries(
            @Reference Ground ground,
            @Reference Endpoints endpoints,
            @Reference DeliveryRepository log,
            @Reference DeliveryRows rows,
            @Reference AttemptRows attempts) {
        this.ground = ground;
        this.endpoints = endpoints;
        this.log = log;
        this.rows = rows;
        this.attempts = attempts;
    }

    /** A delivery with what is sent and all attempts at it. */
    public record Whole(DeliveryRow delivery, String body, List<Attempt> attempts) {}

    /** What was queued anew. @param more whether others, of before these, are left: ask again */
    public record Replayed(int count, boolean more) {}

    /** Of one endpoint, newest first; state and type of event may be null. 404 {@code endpoint-not-found}. */
    public Page<DeliveryRow> list(String endpoint, DeliveryState state, String type, PageRequest request) {
        return ground.inUnit(() -> {
            endpoints.get(endpoint);
            return log.list(endpoint, state, type, request);
        });
    }

    /** One, or 404 {@code delivery-not-found}. */
    public Whole get(String id) {
        return ground.inUnit(() -> {
            DeliveryRow row = find(id);
            return new Whole(row, rows.body(id).orElseThrow(() -> missing(id)), attempts.of(id));
        });
    }

    private DeliveryRow find(String id) {
        ground.refuseConfined();
        DeliveryRow row = log.find(id).orElseThrow(() -> missing(id));
        try {
            endpoints.get(row.endpointId());
        } catch (Problem gone) {
            throw gone.kind() == Problem.Kind.NOT_FOUND ? missing(id) : gone;
        }
        return row;
    }

    private static Problem missing(String id) {
        return Problem.notFound("delivery", id);
    }

    /**
     * Sends one again that was delivered or given up, under the id it had.
     *
     * @throws Problem 404 {@code delivery-not-found}; 409 {@code delivery-pending}, {@code endpoint-disabled}
     */
    public void replay(String id) {
        ground.inUnit(() -> {
            DeliveryRow row = find(id);
            refuseDisabled(endpoints.get(row.endpointId()));
            if (!rows.replay(id, ground.now())) {
                throw Problem.conflict("delivery-pending", "delivery " + id + " is still to be sent");
            }
            ground.note("webhooks.replay", row.endpointId(), Map.of("delivery", id));
            return null;
        });
    }

    /**
     * Sends again what an endpoint did not take, of events told since then.
     *
     * @throws Problem 404 {@code endpoint-not-found}; 409 {@code endpoint-disabled}
     */
    public Replayed replaySince(String endpoint, Instant since) {
        return ground.inUnit(() -> {
            refuseDisabled(endpoints.get(endpoint));
            List<String> failed = rows.failedSince(endpoint, since, MOST + 1);
            List<String> taken = failed.subList(0, Math.min(MOST, failed.size()));
            Instant now = ground.now();
            taken.forEach(id -> rows.replay(id, now));
            ground.note("webhooks.replay", endpoint, Map.of("since", since.toString(), "deliveries", taken.size()));
            return new Replayed(taken.size(), failed.size() > MOST);
        });
    }

    static void refuseDisabled(EndpointRow endpoint) {
        if (!endpoint.isEnabled()) {
            throw Problem.conflict("endpoint-disabled", "endpoint " + endpoint.id() + " is disabled");
        }
    }
}
