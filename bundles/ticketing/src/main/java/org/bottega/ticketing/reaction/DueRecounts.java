package org.bottega.ticketing.reaction;

import org.bottega.api.spi.DueWork;
import org.bottega.ticketing.Recounts;
import org.bottega.ticketing.TicketingModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deadlines that are computed anew, a few at a time (D17). */
@Component(service = DueWork.class)
public final class DueRecounts implements DueWork {

    private final Recounts recounts;

    @Activate
    public DueRecounts(@Reference Recounts recounts) {
        this.recounts = recounts;
    }

    @Override
    public String id() {
        return "ticketing.recounts";
    }

    @Override
    public String module() {
        return TicketingModule.ID;
    }

    @Override
    public String table() {
        return "ticketing_recount";
    }

    @Override
    public void process(String id) {
        recounts.goOn(id);
    }
}
