package org.bottega.webhooks.reaction;

import java.time.Instant;
import java.util.Map;
import org.bottega.webhooks.DisabledWhy;
import org.bottega.webhooks.Ground;
import org.bottega.webhooks.Schedule;
import org.bottega.webhooks.send.Answer;
import org.bottega.webhooks.store.AttemptRows;
import org.bottega.webhooks.store.DeliveryRows;
import org.bottega.webhooks.store.DeliveryRows.Due;
import org.bottega.webhooks.store.DeliveryRows.End;
import org.bottega.webhooks.store.EndpointRepository;
import org.bottega.webhooks.store.EndpointRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What follows from an answer, or from there being none. All needs an open unit of work. */
@Component(service = Outcomes.class)
public final class Outcomes {

    private final Ground ground;
    private final EndpointRepository endpoints;
    private final DeliveryRows deliveries;
    private final AttemptRows attempts;
    private final Letters letters;

    @Activate
    public Outcomes(
            @Reference Ground ground,
            @Reference EndpointRepository endpoints,
            @Reference DeliveryRows deliveries,
            @Reference AttemptRows attempts,
            @Reference Letters letters) {
        this.ground = ground;
        this.endpoints = endpoints;
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.letters = letters;
    }

    /** Writes the attempt down; the delivery is over, or due again. */
    public void settle(Due due, Instant begun, Answer answer) {
        Instant now = ground.now();
        EndpointRow endpoint = endpoints.find(due.endpoint()).orElse(null);
        if (endpoint == null) {
            return;
        }
        int millis = (int) Math.max(0, now.toEpochMilli() - begun.toEpochMilli());
        attempts.insert(
                due.id(),
                new AttemptRows.Attempt(ground.id(), begun, millis, answer.status(), answer.error(), answer.text()));
        End end = new End(due.id(), due.tries() + 1, answer.status(), answer.error(), begun, now);
        if (answer.isTaken()) {
            deliveries.delivered(end);
            if (endpoint.failingSince() != null) {
                endpoints.lock(endpoint.id()).ifPresent(EndpointRow::succeeded);
            }
        } else {
            Instant first = due.firstTryAt() == null ? begun : due.firstTryAt();
            deliveries.failed(end, answer.isGone() ? null : Schedule.next(end.tries(), first, begun, now));
            failed(endpoint, begun, answer);
        }
    }

    /** An endpoint that said so itself, or of which nothing but failures came for long, is sent nothing more. */
    private void failed(EndpointRow seen, Instant begun, Answer answer) {
        boolean first = seen.failingSince() == null;
        boolean last = !first && !begun.isBefore(seen.failingSince().plus(Schedule.GIVE_UP));
        if (!first && !last && !answer.isGone() || !seen.isEnabled()) {
            return;
        }
        EndpointRow endpoint = endpoints.lock(seen.id()).orElseThrow();
        endpoint.failed(begun);
        boolean late = !begun.isBefore(endpoint.failingSince().plus(Schedule.GIVE_UP));
        if (endpoint.isEnabled() && (answer.isGone() || late)) {
            disable(endpoint, answer.isGone() ? DisabledWhy.GONE : DisabledWhy.FAILING, answer.error());
        }
    }

    private void disable(EndpointRow endpoint, DisabledWhy why, String error) {
        Instant now = ground.now();
        endpoint.disable(why, now);
        deliveries.giveUp(endpoint.id(), "the endpoint was disabled", now);
        ground.note("webhooks.disable", endpoint.id(), Map.of("why", why, "error", error));
        letters.disabled(endpoint, error);
    }
}
