package org.bottega.core.health;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bottega.api.spi.DueWork;
import org.bottega.api.spi.HealthCheck;
import org.bottega.core.deadline.DeadlineDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deadlines that nobody has kept for ten minutes, and rows that were given up. Mails have a check of their own. */
@Component(service = HealthCheck.class, property = "ready:Boolean=false")
public final class DeadlineHealth implements HealthCheck {

    private final Backlog backlog;

    @Activate
    public DeadlineHealth(@Reference Backlog backlog) {
        this.backlog = backlog;
    }

    @Override
    public String name() {
        return "deadlines";
    }

    @Override
    public Optional<String> failure() {
        List<String> wrong = new ArrayList<>();
        for (DueWork work : backlog.works()) {
            if (!work.table().equals(DeadlineDesk.MAILS)) {
                backlog.late(work).ifPresent(wrong::add);
                backlog.parked(work.table()).ifPresent(text -> wrong.add("given up, " + text));
            }
        }
        return wrong.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", wrong));
    }
}
