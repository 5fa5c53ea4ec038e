package org.bottega.ticketing.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import javax.ws.rs.QueryParam;
import org.bottega.ticketing.TicketFilter;
import org.bottega.ticketing.TicketFilter.Sort;
import org.bottega.ticketing.TicketState;
import org.bottega.ticketing.TicketType;

/** The filters of the list. What is absent is null. */
public final class TicketQuery {

    @QueryParam("type")
    @Parameter(description = "may be repeated; absent: all")
    private List<TicketType> type;

    @QueryParam("state")
    @Parameter(description = "may be repeated; absent: all")
    private List<TicketState> state;

    @QueryParam("seller")
    private String seller;

    @QueryParam("product")
    private String product;

    @QueryParam("transaction")
    private String transaction;

    @QueryParam("buyerEmail")
    @Parameter(description = "whole address, whatever its case")
    private String buyerEmail;

    @QueryParam("openedBefore")
    @Parameter(description = "older than this instant")
    private Instant openedBefore;

    @QueryParam("dueBefore")
    @Parameter(description = "due before this instant")
    private Instant dueBefore;

    @QueryParam("sort")
    @Parameter(description = "what is DUE soonest first (when absent), or NEWEST first")
    private Sort sort;

    TicketFilter filter() {
        return new TicketFilter(
                new HashSet<>(type == null ? List.of() : type),
                new HashSet<>(state == null ? List.of() : state),
                seller,
                product,
                transaction,
                buyerEmail,
                openedBefore,
                dueBefore);
    }

    Sort sort() {
        return sort == null ? Sort.DUE : sort;
    }
}
