package org.bottega.core.health;

import java.util.Optional;
import org.bottega.api.spi.HealthCheck;
import org.bottega.core.deadline.DeadlineDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Mails that should have gone out ten minutes ago. One that the mail server refuses is its marketplace's affair. */
@Component(service = HealthCheck.class, property = "ready:Boolean=false")
public final class MailHealth implements HealthCheck {

    private final Backlog backlog;

    @Activate
    public MailHealth(@Reference Backlog backlog) {
        this.backlog = backlog;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Optional<String> failure() {
        return backlog.works().stream()
                .filter(work -> work.table().equals(DeadlineDesk.MAILS))
                .findFirst()
                .flatMap(backlog::late);
    }
}
