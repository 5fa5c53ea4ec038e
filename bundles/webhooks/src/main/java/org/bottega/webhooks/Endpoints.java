package org.bottega.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.webhooks.store.DeliveryRows;
import org.bottega.webhooks.store.EndpointRepository;
import org.bottega.webhooks.store.EndpointRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where the current caller's tenant has events sent. A caller confined to a seller is refused everywhere. */
@Component(service = Endpoints.class)
public final class Endpoints {

    private final Ground ground;
    private final EndpointRepository endpoints;
    private final DeliveryRows deliveries;
    private final Rules rules;

    @Activate
    public Endpoints(
            @Reference Ground ground,
            @Reference EndpointRepository endpoints,
            @Reference DeliveryRows deliveries,
            @Reference Rules rules) {
        this.ground = ground;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.rules = rules;
    }

    /** An endpoint with its secret, which is told this once. */
    public record Told(EndpointRow endpoint, String secret) {}

    /**
     * Adds an endpoint. The same key again adds nothing more. Looks the host up: not inside a unit of work.
     *
     * @param key of the caller's own for this command
     * @throws Problem 403 {@code seller-confined}; 400 as {@link Rules#check}; 409 {@code too-many-endpoints}; 422 {@code
     *     idempotency-key-reused}
     */
    public Told create(String key, Target wanted) {
        ground.refuseConfined();
        ground.refuseUnit();
        String command = hash(ground.caller().kind() + "/" + ground.caller().id() + '/' + key);
        Target target = rules.check(wanted);
        EndpointRow row = ground.inUnit(() -> {
            Optional<EndpointRow> before = endpoints.byKey(command);
            if (before.isPresent()) {
                return same(before.get(), target);
            }
            if (endpoints.count() >= EndpointRepository.MOST) {
                throw Problem.conflict(
                        "too-many-endpoints", "a marketplace has at most " + EndpointRepository.MOST + " endpoints");
            }
            EndpointRow made = endpoints.create(ground.id(), command, target, ground.now());
            ground.note("webhooks.create", made.id(), details(target));
            return made;
        });
        return new Told(row, rules.secret(row));
    }

    private static EndpointRow same(EndpointRow before, Target target) {
        if (!before.target().equals(target)) {
            throw new Problem(
                    Problem.Kind.UNPROCESSABLE, "idempotency-key-reused", "this Idempotency-Key named another command");
        }
        return before;
    }

    private static Map<String, ?> details(Target target) {
        return Map.of("url", target.url(), "events", target.events(), "contact", target.contact());
    }

    private static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sum);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Newest first. */
    public Page<EndpointRow> list(PageRequest request) {
        ground.refuseConfined();
        return ground.inUnit(() -> endpoints.newest(request));
    }

    /** One, or 404 {@code endpoint-not-found}. */
    public EndpointRow get(String id) {
        ground.refuseConfined();
        return ground.inUnit(() -> endpoints.find(id)).orElseThrow(() -> missing(id));
    }

    static Problem missing(String id) {
        return Problem.notFound("endpoint", id);
    }

    /**
     * Says anew what it is. What is still to be sent goes to the new address. Looks the host up: not inside a unit of work.
     *
     * @throws Problem as {@link #create}, 404 {@code endpoint-not-found}
     */
    public EndpointRow change(String id, Target wanted) {
        get(id);
        ground.refuseUnit();
        Target target = rules.check(wanted);
        return changed(id, "webhooks.change", details(target), row -> row.change(target));
    }

    /** Sends nothing more to it; what was still to be sent has failed. Doing it twice is fine. */
    public EndpointRow disable(String id) {
        Instant now = ground.now();
        return changed(id, "webhooks.disable", Map.of("why", DisabledWhy.ASKED), row -> {
            row.disable(DisabledWhy.ASKED, now);
            deliveries.giveUp(id, "the endpoint was disabled", now);
        });
    }

    /** Sends to it what happens from now on. Doing it twice is fine. */
    public EndpointRow enable(String id) {
        return changed(id, "webhooks.enable", Map.of(), EndpointRow::enable);
    }

    /** Gives it a new secret; the one before signs too for {@link Secrets#OVERLAP}. */
    public Told rotate(String id) {
        EndpointRow row = changed(id, "webhooks.rotate", Map.of(), endpoint -> endpoint.rotate(ground.now()));
        return new Told(row, rules.secret(row));
    }

    private EndpointRow changed(String id, String action, Map<String, ?> details, Consumer<EndpointRow> change) {
        ground.refuseConfined();
        return ground.inUnit(() -> {
            EndpointRow row = endpoints.lock(id).orElseThrow(() -> missing(id));
            change.accept(row);
            ground.note(action, id, details);
            return row;
        });
    }

    /** Removes it for good; its log follows soon. */
    public void remove(String id) {
        ground.refuseConfined();
        ground.inUnit(() -> {
            EndpointRow row = endpoints.lock(id).orElseThrow(() -> missing(id));
            deliveries.forget(id, ground.now());
            endpoints.remove(row);
            ground.note("webhooks.remove", id, Map.of("url", row.url()));
            return null;
        });
    }

    /** Sends it an event of type {@link EventTypes#TEST}. Returns the id of the delivery. */
    public String test(String id) {
        ground.refuseConfined();
        return ground.inUnit(() -> {
            Deliveries.refuseDisabled(endpoints.find(id).orElseThrow(() -> missing(id)));
            String event = ground.id();
            String delivery = ground.id();
            Instant now = ground.now();
            String body = Envelope.json(event, EventTypes.TEST, now, ground.tenant(), "{}");
            deliveries.insert(List.of(new DeliveryRows.Fresh(delivery, id, event, EventTypes.TEST, body, now)));
            ground.note("webhooks.test", id, Map.of("delivery", delivery));
            return delivery;
        });
    }
}
