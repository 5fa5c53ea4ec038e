package org.bottega.ticketing;

import java.util.Optional;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.Purchases;
import org.bottega.sales.api.RefundCase;
import org.bottega.sales.api.RefundCases;
import org.bottega.ticketing.HistoryEntry.What;
import org.bottega.ticketing.store.CasePart.Asking;
import org.bottega.ticketing.store.CasePart.Before;
import org.bottega.ticketing.store.OpenPart;
import org.bottega.ticketing.store.TicketRow;
import org.bottega.ticketing.store.TicketRow.Wish;
import org.bottega.ticketing.store.TicketTables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What sales tells of refunds, and what follows for tickets. In the open unit of work, as the platform; twice is fine. */
@Component(service = CaseEvents.class)
public final class CaseEvents {

    private final Platform platform;
    private final TicketTables tables;
    private final Records records;
    private final Sales sales;
    private final CaseEnds ends;

    /** What sales offers. */
    @Component(service = Sales.class)
    public static final class Sales {
        private final RefundCases cases;
        private final Purchases purchases;

        @Activate
        public Sales(@Reference RefundCases cases, @Reference Purchases purchases) {
            this.cases = cases;
            this.purchases = purchases;
        }
    }

    @Activate
    public CaseEvents(
            @Reference Platform platform,
            @Reference TicketTables tables,
            @Reference Records records,
            @Reference Sales sales,
            @Reference CaseEnds ends) {
        this.platform = platform;
        this.tables = tables;
        this.records = records;
        this.sales = sales;
        this.ends = ends;
    }

    /** A refund was asked for in sales, not here: it has a ticket too (TKT-05), as old as itself. */
    public void requested(String request) {
        RefundCase found = sales.cases.find(request).orElse(null);
        if (found == null || !TicketingModule.ID.equals(found.keeper()) || found.key() != null) {
            return;
        }
        if (tables.tickets().byCase(request).isEmpty()) {
            adopt(found);
        }
    }

    private void adopt(RefundCase found) {
        Optional<Purchase> purchase = sales.purchases.find(found.transaction());
        if (purchase.isEmpty()) {
            return;
        }
        tables.tickets().openFor(found.transaction()).ifPresent(this::giveWay);
        Actor actor = found.byBuyer() ? Actor.CUSTOMER : Actor.OPERATOR;
        String command = RequestKey.hash("request/" + found.id());
        String code = platform.ids().code("TK");
        TicketRow row = new TicketRow(
                platform.tenant(),
                code,
                purchase.get(),
                new Wish(TicketType.REFUND, found.reason(), null),
                new OpenPart(actor, found.openedAt(), command, command));
        row.begin(new Asking(Before.NEW, found.reason(), actor, found.openedAt(), null, null), platform.now());
        row.asked(found.id());
        records.plan(row);
        tables.tickets().add(row);
        records.opened(row);
        if (found.state() != RefundCase.State.OPEN) {
            ends.follow(row, found.state(), null);
        }
    }

    /** Another ticket for the same money: sales opens one request at a time, so that one's is over or was never opened. */
    private void giveWay(TicketRow other) {
        TicketRow row = tables.tickets().lock(other.id()).orElseThrow();
        follow(row, null);
        if (row.state() != TicketState.CLOSED) {
            throw new IllegalStateException("ticket " + row.id() + " is still " + row.state());
        }
        tables.tickets().write();
    }

    private void follow(TicketRow row, ClosedWhy ended) {
        Optional<RefundCase> found = Optional.ofNullable(row.refund().id()).flatMap(sales.cases::find);
        if (found.isEmpty()) {
            return;
        }
        RefundCase.State state = found.get().state();
        if (state == RefundCase.State.ENDED && ended != null) {
            ends.closed(row, ended);
        } else if (state != RefundCase.State.GRANTING) {
            ends.follow(row, state, null);
        }
    }

    /** A request came to nothing in sales. */
    public void ended(String request, ClosedWhy why) {
        tables.tickets()
                .byCase(request)
                .flatMap(row -> tables.tickets().lock(row.id()))
                .ifPresent(row -> follow(row, why));
    }

    /** Money of a purchase went back, or the gateway refused: the ticket that asks for it follows its request. */
    public void moved(String transaction, boolean nothingLeft) {
        tables.tickets()
                .openFor(transaction)
                .flatMap(row -> tables.tickets().lock(row.id()))
                .ifPresent(row -> {
                    follow(row, nothingLeft ? ClosedWhy.REFUNDED : null);
                    if (nothingLeft && row.refund().id() != null) {
                        ends.closed(row, ClosedWhy.REFUNDED);
                    }
                });
    }

    /** A purchase belongs to another buyer: so do its tickets. */
    public void belongsToAnother(String transaction) {
        sales.purchases.find(transaction).map(Purchase::buyer).ifPresent(buyer -> tables.tickets()
                .of(transaction)
                .forEach(row -> {
                    row.belongsTo(buyer.id(), buyer.email());
                    records.line(row, What.BUYER, Actor.SYSTEM, "now of buyer " + buyer.id());
                }));
    }
}
