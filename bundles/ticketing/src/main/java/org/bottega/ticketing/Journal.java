package org.bottega.ticketing;

import java.util.Map;
import org.bottega.api.Audit;
import org.bottega.api.DomainEvent;
import org.bottega.api.Events;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells what has been done: to the audit log, and to the other modules. */
@Component(service = Journal.class)
public final class Journal {

    private final Audit audit;
    private final Events events;

    @Activate
    public Journal(@Reference Audit audit, @Reference Events events) {
        this.audit = audit;
        this.events = events;
    }

    /** An audit line. */
    public void note(String action, String subject, Map<String, ?> details) {
        audit.record(action, subject, details);
    }

    /** An audit line, and the event that says the same to other modules. */
    public void tell(String action, DomainEvent event, Map<String, ?> details) {
        audit.record(action, event.aggregate(), details);
        events.publish(event);
    }
}
