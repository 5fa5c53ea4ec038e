package org.bottega.ticketing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.bottega.api.Money;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.ClosedWhy;
import org.bottega.ticketing.NextStep;
import org.bottega.ticketing.TicketState;
import org.bottega.ticketing.TicketType;
import org.bottega.ticketing.store.TicketRow;

/** A ticket as lists show it. */
@Schema(name = "Ticket")
public record TicketView(
        @Schema(description = "its code, by which people quote it") String ticket,
        TicketType type,
        @Schema(description = "OPENING: sales has not answered yet; PROCESSING: the money is on its way")
                TicketState state,
        String seller,
        String transaction,
        String product,
        String buyerEmail,
        @Schema(description = "code of the reason: for REFUND one of sales/refund-reasons") String reason,
        @Schema(description = "OPERATOR: written down for the customer (TKT-05)") Actor openedBy,
        Instant openedAt,
        @Schema(description = "what is given back; absent: all that is left") Money amount,
        @Schema(description = "what happens by itself when it is due") NextStep next,
        Instant dueAt,
        @Schema(description = "who touched it last (TKT-33)") Actor lastBy,
        Instant lastAt,
        @Schema(description = "why the refund could not be made yet") String error,
        Closing closed) {

    /** How it was closed last. */
    @Schema(name = "TicketClosing")
    public record Closing(
            Actor by,
            ClosedWhy why,
            Instant at,
            @Schema(description = "the customer's comment by which he agreed (TKT-16)") String consent) {}

    static TicketView of(TicketRow t) {
        Closing closing = t.state() == TicketState.CLOSED
                ? new Closing(t.end().by(), t.end().why(), t.end().at(), t.end().consent())
                : null;
        return new TicketView(
                t.id(),
                t.type(),
                t.state(),
                t.sellerId(),
                t.subject().purchase(),
                t.subject().product(),
                t.buyerEmail(),
                t.subject().reason(),
                t.opening().by(),
                t.opening().at(),
                t.refund().amount(),
                t.due().step(),
                t.due().at(),
                t.clock().lastBy(),
                t.clock().lastAt(),
                t.due().error(),
                closing);
    }
}
