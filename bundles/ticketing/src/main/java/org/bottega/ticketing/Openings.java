package org.bottega.ticketing;

import java.util.Optional;
import org.bottega.api.Problem;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.Purchases;
import org.bottega.ticketing.store.CasePart.Asking;
import org.bottega.ticketing.store.CasePart.Before;
import org.bottega.ticketing.store.OpenPart;
import org.bottega.ticketing.store.TicketRow;
import org.bottega.ticketing.store.TicketRow.Wish;
import org.bottega.ticketing.store.TicketTables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Opening tickets (TKT-01 to TKT-05). */
@Component(service = Openings.class)
public final class Openings {

    private static final String PREFIX = "TK";

    private final Platform platform;
    private final TicketTables tables;
    private final Records records;
    private final Purchases purchases;
    private final CaseSteps steps;

    @Activate
    public Openings(
            @Reference Platform platform,
            @Reference TicketTables tables,
            @Reference Records records,
            @Reference Purchases purchases,
            @Reference CaseSteps steps) {
        this.platform = platform;
        this.tables = tables;
        this.records = records;
        this.purchases = purchases;
        this.steps = steps;
    }

    /**
     * Opens a ticket. A refund takes three steps, of which sales does one, and must be called outside a unit of work.
     *
     * @param key names the command: the same key of the same caller again opens nothing more
     * @throws Problem 403 {@code seller-confined}, {@code buyers-only}, {@code permission-missing}; 404 {@code
     *     purchase-not-found}; 409 {@code ticket-open} (D26), {@code cancellation-not-offered}, and what sales refuses a
     *     refund with; 422 {@code idempotency-key-reused}
     */
    public TicketRow open(String key, NewTicket wish) {
        Actor actor = Actors.of(platform.caller(), wish.behalf());
        if (wish.type() == TicketType.REFUND) {
            Actors.checkRefunds(platform.caller());
        }
        return open(RequestKey.of(platform.caller(), key), actor, wish);
    }

    /** The same, by a command that has a hash already. */
    TicketRow open(String command, Actor actor, NewTicket wish) {
        platform.refuseUnit();
        TicketRow row = platform.inUnit(() -> {
            Optional<TicketRow> before = tables.tickets().byKey(command);
            return before.isPresent() ? same(before.get(), wish) : begin(command, actor, wish);
        });
        return row.state() == TicketState.OPENING ? steps.settle(row.id()) : row;
    }

    private static TicketRow same(TicketRow row, NewTicket wish) {
        if (!row.opening().asked().equals(asked(wish))) {
            throw RequestKey.reused();
        }
        return row;
    }

    /** A hash of what the same key must ask for again; the ticket itself may ask for something else by now. */
    private static String asked(NewTicket wish) {
        return RequestKey.hash(wish.type() + "/" + wish.transaction() + "/" + wish.amount());
    }

    private TicketRow begin(String command, Actor actor, NewTicket wish) {
        Purchase purchase =
                purchases.find(wish.transaction()).orElseThrow(() -> Problem.notFound("purchase", wish.transaction()));
        boolean refund = wish.type() == TicketType.REFUND;
        TicketRow row = new TicketRow(
                platform.tenant(),
                platform.ids().code(PREFIX),
                purchase,
                new Wish(wish.type(), wish.reason(), wish.amount()),
                new OpenPart(actor, platform.now(), command, asked(wish)));
        if (refund) {
            steps.begin(
                    row,
                    new Asking(Before.NEW, wish.reason(), actor, row.opening().at(), null, null));
        } else {
            records.plan(row);
        }
        tables.tickets().add(row);
        if (wish.comment() != null) {
            records.comment(row, actor, wish.comment());
        }
        if (!refund) {
            records.opened(row);
        }
        return row;
    }
}
