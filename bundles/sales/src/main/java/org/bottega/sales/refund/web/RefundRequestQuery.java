package org.bottega.sales.refund.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.ws.rs.QueryParam;
import org.bottega.sales.refund.RefundRequestFilter;
import org.bottega.sales.refund.RefundRequestFilter.Sort;
import org.bottega.sales.refund.RefundRequestState;

/** The filters of the list. What is absent is null. */
public final class RefundRequestQuery {

    @QueryParam("state")
    @Parameter(description = "may be repeated; absent: all")
    private List<RefundRequestState> state;

    @QueryParam("seller")
    private String seller;

    @QueryParam("product")
    private String product;

    @QueryParam("buyerEmail")
    @Parameter(description = "whole address, whatever its case")
    private String buyerEmail;

    @QueryParam("transaction")
    private String transaction;

    @QueryParam("from")
    @Parameter(description = "opened at this instant or later")
    private Instant from;

    @QueryParam("to")
    @Parameter(description = "opened before this instant")
    private Instant to;

    @QueryParam("dueBefore")
    @Parameter(description = "to be answered before this instant")
    private Instant dueBefore;

    @QueryParam("sort")
    @Parameter(description = "NEWEST first (when absent), or what is DUE soonest first")
    private Sort sort;

    RefundRequestFilter filter() {
        Set<RefundRequestState> states = EnumSet.noneOf(RefundRequestState.class);
        states.addAll(state == null ? List.of() : state);
        return new RefundRequestFilter(states, seller, product, buyerEmail, transaction, from, to, dueBefore);
    }

    Sort sort() {
        return sort == null ? Sort.NEWEST : sort;
    }
}
