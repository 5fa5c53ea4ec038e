package org.bottega.sales.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.ws.rs.QueryParam;
import org.bottega.api.Problem;
import org.bottega.sales.PaymentType;
import org.bottega.sales.PurchaseFilter;
import org.bottega.sales.api.PurchaseStatus;

/** The filters of the list and of the summary. What is absent is null. */
public final class PurchaseQuery {

    private static final String ANY = "ANY";

    @QueryParam("transaction")
    private String transaction;

    @QueryParam("buyerEmail")
    @Parameter(description = "whole address, whatever its case")
    private String buyerEmail;

    @QueryParam("buyerName")
    @Parameter(description = "beginning of the name, whatever its case")
    private String buyerName;

    @QueryParam("product")
    private String product;

    @QueryParam("seller")
    private String seller;

    @QueryParam("status")
    @Parameter(
            description =
                    "may be repeated; ANY for all; APPROVED and COMPLETE when neither it nor a transaction is given")
    private List<String> status;

    @QueryParam("from")
    @Parameter(description = "bought at this instant or later")
    private Instant from;

    @QueryParam("to")
    @Parameter(description = "bought before this instant")
    private Instant to;

    @QueryParam("paymentType")
    private PaymentType paymentType;

    /**
     * As the domain wants it.
     *
     * @throws Problem 400 {@code status-unknown}, {@code period-empty}
     */
    PurchaseFilter filter() {
        return new PurchaseFilter(
                transaction,
                buyerEmail,
                buyerName,
                product,
                seller,
                statuses(status == null ? List.of() : status, transaction),
                from,
                to,
                paymentType);
    }

    static Set<PurchaseStatus> statuses(List<String> texts, String transaction) {
        if (texts.isEmpty()) {
            return transaction == null || transaction.isEmpty() ? PurchaseFilter.USUAL : Set.of();
        }
        if (texts.contains(ANY)) {
            return Set.of();
        }
        Set<PurchaseStatus> statuses = EnumSet.noneOf(PurchaseStatus.class);
        for (String text : texts) {
            statuses.add(PurchaseStatus.named(text)
                    .orElseThrow(() -> Problem.invalid(
                            "status-unknown", "status", "ANY or one of " + EnumSet.allOf(PurchaseStatus.class))));
        }
        return statuses;
    }
}
