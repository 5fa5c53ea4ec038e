package org.bottega.ticketing.web;

import java.util.Set;
import org.bottega.api.spi.RestResource;
import org.bottega.ticketing.TicketingModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All operations of ticketing. */
@Component(service = RestResource.class)
public final class TicketingRest implements RestResource {

    private final Set<Object> resources;

    @Activate
    public TicketingRest(
            @Reference TicketsResource tickets, @Reference MyTicketsResource mine, @Reference PreviewResource preview) {
        resources = Set.of(tickets, mine, preview);
    }

    @Override
    public String module() {
        return TicketingModule.ID;
    }

    @Override
    public Set<Object> resources() {
        return resources;
    }
}
