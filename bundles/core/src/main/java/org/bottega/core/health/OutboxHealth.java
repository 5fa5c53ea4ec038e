package org.bottega.core.health;

import com.github.f4b6a3.ulid.Ulid;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bottega.api.spi.HealthCheck;
import org.bottega.core.outbox.Lane;
import org.bottega.core.outbox.Listeners;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Events that their listeners, although here, have not been told for ten minutes, and deliveries that were given up. */
@Component(service = HealthCheck.class, property = "ready:Boolean=false")
public final class OutboxHealth implements HealthCheck {

    private final Backlog backlog;
    private final Listeners listeners;

    @Activate
    public OutboxHealth(@Reference Backlog backlog, @Reference Listeners listeners) {
        this.backlog = backlog;
        this.listeners = listeners;
    }

    @Override
    public String name() {
        return "outbox";
    }

    @Override
    public Optional<String> failure() {
        List<String> wrong = new ArrayList<>();
        Instant limit = backlog.now().minus(Backlog.LATE);
        backlog.deliveries().stream()
                .filter(row -> listeners.runs(new Lane(row.tenant(), row.lane())))
                .filter(row -> Ulid.from(row.id()).getInstant().isBefore(limit))
                .min(Comparator.comparing(row -> row.id()))
                .ifPresent(row -> wrong.add(row.lane() + " of " + row.tenant() + " is behind: the first waits since "
                        + Ulid.from(row.id()).getInstant()));
        backlog.parked("core_delivery").ifPresent(text -> wrong.add("given up, " + text));
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", wrong));
    }
}
