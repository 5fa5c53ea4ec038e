package org.bottega.ticketing.mail;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Problem;
import org.bottega.api.SignedLinks;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.Purchases;
import org.bottega.ticketing.Platform;
import org.bottega.ticketing.TicketingModule;
import org.bottega.ticketing.store.TicketRow;
import org.bottega.ticketing.store.TicketTables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Links in mails to one ticket: signed ones for its customer (TKT-10, D14), plain ones for who logs in (TKT-09). */
@Component(service = TicketLinks.class)
public final class TicketLinks {

    private static final String PURPOSE = "ticketing.ticket";

    private final Platform platform;
    private final Callers callers;
    private final SignedLinks links;
    private final TicketTables tables;
    private final Purchases purchases;

    @Activate
    public TicketLinks(
            @Reference Platform platform,
            @Reference Callers callers,
            @Reference SignedLinks links,
            @Reference TicketTables tables,
            @Reference Purchases purchases) {
        this.platform = platform;
        this.callers = callers;
        this.links = links;
        this.tables = tables;
        this.purchases = purchases;
    }

    /** Whose link to which ticket it is. */
    private record Target(String ticket, String buyer, String email) {}

    /** The customer's page of a ticket; good while the purchase is his. */
    String customers(String ticket, Purchase purchase) {
        String token = links.sign(PURPOSE, ticket + ':' + purchase.buyer().id());
        return address("/t/", "by-link/" + token);
    }

    /** The ticket at the API, for the seller and who works for him. */
    String sellers(String ticket) {
        return address("/api/", "tickets/" + ticket);
    }

    private String address(String root, String rest) {
        return links.address(root + platform.tenant() + "/" + TicketingModule.ID + "/" + rest);
    }

    /**
     * Goes on as the customer whose link this is, with the code of the ticket.
     *
     * @throws Problem 404 {@code ticket-not-found}; 410 {@code link-voided} when the purchase has got another buyer
     */
    public <T> T follow(String token, Function<String, T> work) {
        String tenant = platform.tenant();
        Target target = platform.inUnit(() -> platform.beyond("ticketing.link", () -> read(token)));
        Caller customer = Caller.buyer(
                tenant,
                target.buyer(),
                target.email(),
                Set.of(TicketingModule.OWN),
                platform.caller().request());
        return callers.as(customer, () -> work.apply(target.ticket()));
    }

    /** The language of who got such a link; empty when it is none. */
    public Optional<Locale> language(String token) {
        return platform.inUnit(() -> platform.beyond("ticketing.link", () -> links.verify(PURPOSE, token)
                .flatMap(value -> tables.tickets().find(value.substring(0, value.indexOf(':'))))
                .flatMap(row -> purchases.language(row.subject().purchase()))));
    }

    private Target read(String token) {
        String value = links.verify(PURPOSE, token).orElseThrow(TicketLinks::unknown);
        int colon = value.indexOf(':');
        TicketRow row = tables.tickets().find(value.substring(0, colon)).orElseThrow(TicketLinks::unknown);
        String buyer = value.substring(colon + 1);
        Purchase purchase = purchases.find(row.subject().purchase()).orElseThrow(TicketLinks::unknown);
        if (!buyer.equals(purchase.buyer().id()) || !buyer.equals(row.subject().buyer())) {
            throw new Problem(
                    Problem.Kind.GONE, "link-voided", "the purchase belongs to another address since this was sent");
        }
        return new Target(row.id(), buyer, row.buyerEmail());
    }

    private static Problem unknown() {
        return new Problem(Problem.Kind.NOT_FOUND, "ticket-not-found", "this link leads to no ticket");
    }
}
