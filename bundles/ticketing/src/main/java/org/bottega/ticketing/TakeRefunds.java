package org.bottega.ticketing;

import org.bottega.sales.api.NewRefundCase;
import org.bottega.sales.api.RefundKeeper;
import org.bottega.ticketing.Actors.Behalf;
import org.bottega.ticketing.store.TicketRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A seller gives money back in sales: a ticket of his, with five minutes to undo it (D9, TKT-22). */
@Component(service = RefundKeeper.class)
public final class TakeRefunds implements RefundKeeper {

    private final Openings openings;

    @Activate
    public TakeRefunds(@Reference Openings openings) {
        this.openings = openings;
    }

    @Override
    public String module() {
        return TicketingModule.ID;
    }

    @Override
    public Taken take(String key, NewRefundCase wish) {
        NewTicket ticket = new NewTicket(
                TicketType.REFUND, wish.transaction(), wish.reason(), wish.remark(), Behalf.SELLER, wish.amount());
        TicketRow row = openings.open(RequestKey.hash("take/" + key), Actor.SELLER, ticket);
        return new Taken(row.id(), row.refund().id(), row.due().at());
    }
}
