package org.bottega.sales.web;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.ws.rs.QueryParam;
import org.bottega.api.Problem;
import org.bottega.sales.PaymentType;
import org.bottega.sales.PurchaseFilter;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.PaymentState;
import org.bottega.sales.search.Details;
import org.bottega.sales.search.Search;
import org.bottega.sales.search.Search.Sort;

/** The filters of the list and of the summary. What is absent is null. */
public final class PurchaseQuery {

    private static final String ANY = "ANY";

    @QueryParam("transaction")
    @Parameter(description = "whole transaction code; finds the purchase whatever its status")
    private String transaction;

    @QueryParam("buyerEmail")
    @Parameter(description = "whole address, whatever its case")
    private String buyerEmail;

    @QueryParam("buyerName")
    @Parameter(description = "beginning of the name, whatever its case")
    private String buyerName;

    @QueryParam("product")
    @Parameter(description = "id of the product")
    private String product;

    @QueryParam("seller")
    @Parameter(description = "id of the seller")
    private String seller;

    @QueryParam("status")
    @Parameter(
            description =
                    "may be repeated; ANY for all; APPROVED and COMPLETE when neither it nor a transaction is given;"
                            + " CLAIMED is another name of PROTESTED",
            array =
                    @ArraySchema(
                            schema =
                                    @Schema(
                                            allowableValues = {
                                                ANY,
                                                "STARTED",
                                                "PRE_ORDER",
                                                "PROCESSING_TRANSACTION",
                                                "UNDER_ANALISYS",
                                                "PRINTED_BILLET",
                                                "WAITING_PAYMENT",
                                                "OVERDUE",
                                                "EXPIRED",
                                                "NO_FUNDS",
                                                "BLOCKED",
                                                "CANCELLED",
                                                "APPROVED",
                                                "COMPLETE",
                                                "PROTESTED",
                                                "CLAIMED",
                                                "PARTIALLY_REFUNDED",
                                                "REFUNDED",
                                                "CHARGEBACK"
                                            })))
    private List<String> status;

    @QueryParam("from")
    @Parameter(description = "bought at this instant or later")
    private Instant from;

    @QueryParam("to")
    @Parameter(description = "bought before this instant")
    private Instant to;

    @QueryParam("paymentType")
    @Parameter(description = "FREE: a coupon took the whole price; IMPORTED: paid elsewhere")
    private PaymentType paymentType;

    @QueryParam("transactionStarts")
    @Parameter(description = "beginning of the transaction code")
    private String transactionStarts;

    @QueryParam("buyerEmailStarts")
    @Parameter(description = "beginning of the address, whatever its case")
    private String emailStarts;

    @QueryParam("offer")
    @Parameter(description = "code of the offer")
    private String offer;

    @QueryParam("coupon")
    @Parameter(description = "code of the coupon it was bought with, whatever its case")
    private String coupon;

    @QueryParam("taxId")
    @Parameter(description = "the buyer's, exactly as told at the sale; needs the permission sales:taxid")
    private String taxId;

    @QueryParam("currency")
    @Parameter(description = "ISO 4217 code")
    private String currency;

    @QueryParam("amountFrom")
    @Parameter(description = "price in minor units, at least")
    private Long amountFrom;

    @QueryParam("amountTo")
    @Parameter(description = "price in minor units, at most")
    private Long amountTo;

    @QueryParam("paymentState")
    @Parameter(description = "where the payment stands, apart from the purchase: UNPAID or DISPUTED for example (D11)")
    private PaymentState paymentState;

    /**
     * As the domain wants it.
     *
     * @param sort -purchasedAt, which is the default, purchasedAt or -amount
     * @throws Problem 400 {@code status-unknown}, {@code period-empty}, {@code sort-unknown}, {@code amounts-reversed}
     */
    public Search search(String sort) {
        Details details =
                new Details(transactionStarts, emailStarts, offer, coupon, taxId, currency, amountFrom, amountTo);
        return new Search(filter(), details, Sort.of(sort));
    }

    private PurchaseFilter filter() {
        return new PurchaseFilter(
                transaction,
                buyerEmail,
                buyerName,
                product,
                seller,
                statuses(status == null ? List.of() : status, transaction == null ? transactionStarts : transaction),
                from,
                to,
                paymentType,
                paymentState);
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
