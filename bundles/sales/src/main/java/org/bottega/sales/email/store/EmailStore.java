package org.bottega.sales.email.store;

import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is kept of changed addresses. */
@Component(service = EmailStore.class)
public final class EmailStore {

    private final EmailChangeRepository changes;
    private final EmailRequestRepository requests;
    private final WrongTries tries;

    @Activate
    public EmailStore(@Reference(target = "(unit=sales)") Store store) {
        changes = new EmailChangeRepository(store);
        requests = new EmailRequestRepository(store);
        tries = new WrongTries(store);
    }

    public EmailChangeRepository changes() {
        return changes;
    }

    public EmailRequestRepository requests() {
        return requests;
    }

    public WrongTries tries() {
        return tries;
    }
}
