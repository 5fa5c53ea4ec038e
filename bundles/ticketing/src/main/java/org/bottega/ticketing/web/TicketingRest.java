package org.bottega.ticketing.web;

import java.util.Set;
import org.bottega.api.spi.LinkPage;
import org.bottega.api.spi.RestResource;
import org.bottega.ticketing.TicketingModule;
import org.bottega.ticketing.page.TicketPage;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All operations and pages of ticketing. */
@Component(service = RestResource.class)
public final class TicketingRest implements RestResource {

    private final Set<Object> resources;
    private final Set<LinkPage> pages;

    @Activate
    public TicketingRest(
            @Reference TicketsResource tickets,
            @Reference MyTicketsResource mine,
            @Reference PreviewResource preview,
            @Reference LinkResource link,
            @Reference TicketPage page) {
        resources = Set.of(tickets, mine, preview, link);
        pages = Set.of(page);
    }

    @Override
    public String module() {
        return TicketingModule.ID;
    }

    @Override
    public Set<Object> resources() {
        return resources;
    }

    @Override
    public Set<LinkPage> pages() {
        return pages;
    }
}
