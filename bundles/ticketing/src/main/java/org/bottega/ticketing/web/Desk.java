package org.bottega.ticketing.web;

import java.net.URI;
import java.util.Locale;
import javax.ws.rs.core.Response;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.ticketing.Changes;
import org.bottega.ticketing.Openings;
import org.bottega.ticketing.Platform;
import org.bottega.ticketing.TicketDesk;
import org.bottega.ticketing.TicketingModule;
import org.bottega.ticketing.web.TicketDetails.CommentView;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What both the operations of sellers and those of buyers do. Who calls decides what is reached. */
@Component(service = Desk.class)
public final class Desk {

    private final Platform platform;
    private final Openings openings;
    private final Changes changes;
    private final TicketDesk desk;

    @Activate
    public Desk(
            @Reference Platform platform,
            @Reference Openings openings,
            @Reference Changes changes,
            @Reference TicketDesk desk) {
        this.platform = platform;
        this.openings = openings;
        this.changes = changes;
        this.desk = desk;
    }

    /** Refuses anybody but a buyer. */
    void buyer() {
        platform.buyer();
    }

    Response open(String key, Bodies.Opening body, String list) {
        TicketView view = TicketView.of(openings.open(key, body.wish()));
        URI address =
                URI.create("/api/" + platform.tenant() + "/" + TicketingModule.ID + "/" + list + "/" + view.ticket());
        return Response.created(address).entity(view).build();
    }

    Page<TicketView> list(TicketQuery query, Integer limit, String cursor) {
        return desk.list(query.filter(), query.sort(), PageRequest.of(limit, cursor))
                .map(TicketView::of);
    }

    TicketDetails get(String ticket, String after, String language) {
        Locale words = DueView.language(language);
        return TicketDetails.of(desk.get(ticket, after), words);
    }

    Response comment(String ticket, Bodies.Words body) {
        CommentView view = CommentView.of(desk.comment(ticket, body.by(), body.body()));
        return Response.status(Response.Status.CREATED).entity(view).build();
    }

    TicketView change(String key, String ticket, Bodies.Changing body) {
        return TicketView.of(changes.change(key, ticket, body.wish()));
    }

    TicketView close(String ticket, Bodies.Closing body) {
        return TicketView.of(desk.close(ticket, body.by(), body.comment(), body.consent()));
    }

    TicketView reopen(String key, String ticket, Bodies.Reopening body) {
        return TicketView.of(changes.reopen(key, ticket, body.by(), body.comment()));
    }
}
