package org.bottega.ticketing.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.RequiredMode;
import org.bottega.api.Money;
import org.bottega.ticketing.Actors.Behalf;
import org.bottega.ticketing.Changes.Change;
import org.bottega.ticketing.NewTicket;
import org.bottega.ticketing.TicketType;

/** What callers send. */
public final class Bodies {

    private static final String BY = "for whom; who works for one seller, and a buyer, act for themselves only";

    private Bodies() {}

    /** A new ticket. */
    @Schema(name = "NewTicket")
    public record Opening(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "CANCELLATION is not offered yet")
                    TicketType type,
            @Schema(requiredMode = RequiredMode.REQUIRED) String transaction,
            @Schema(
                            requiredMode = RequiredMode.REQUIRED,
                            description = "REFUND: a code of sales/refund-reasons, with OTHER a comment is needed;"
                                    + " SUPPORT: ACCESS, DOWNLOAD, CONTENT, PAYMENT, INVOICE or OTHER")
                    String reason,
            @Schema(description = "1 to 10,000 characters; needed for SUPPORT") String comment,
            @Schema(description = BY) Behalf by,
            @Schema(description = "a part of the price (D18); absent: all that is left") Money amount) {
        NewTicket wish() {
            return new NewTicket(type, transaction, reason, comment, by, amount);
        }
    }

    /** A comment. */
    @Schema(name = "NewTicketComment")
    public record Words(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "1 to 10,000 characters") String body,
            @Schema(description = BY) Behalf by) {}

    /** Another type. */
    @Schema(name = "TicketChange")
    public record Changing(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "REFUND or SUPPORT") TicketType type,
            @Schema(description = "for REFUND: a code of sales/refund-reasons") String reason,
            @Schema(description = "1 to 10,000 characters") String comment,
            @Schema(description = BY) Behalf by,
            @Schema(description = "id of the customer's comment by which he agrees (TKT-16)") String consent) {
        Change wish() {
            return new Change(type, reason, comment, by, consent);
        }
    }

    /** The end. */
    @Schema(name = "TicketClose")
    public record Closing(
            @Schema(description = "a last word, 1 to 10,000 characters") String comment,
            @Schema(description = BY) Behalf by,
            @Schema(description = "id of the customer's comment by which he agrees (TKT-16)") String consent) {}

    /** Not the end. */
    @Schema(name = "TicketReopen")
    public record Reopening(
            @Schema(requiredMode = RequiredMode.REQUIRED, description = "1 to 10,000 characters") String comment,
            @Schema(description = BY) Behalf by) {}
}
