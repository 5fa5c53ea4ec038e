package org.bottega.sales.refund.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.sales.RefundPolicy;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.refund.Clause;
import org.bottega.sales.refund.Preview;
import org.bottega.sales.refund.Side;

/** What a refund would do. */
@Schema(name = "RefundPreview")
public record PreviewView(
        boolean refundable,
        @Schema(description = "all that speaks against it, the weightiest first") List<Refusal> refusals,
        @Schema(description = "what would be given back") Money amount,
        @Schema(description = "what the buyer would get; nothing when it is refused") Money buyerGets,
        @Schema(description = "what the seller would pay") Money sellerPays,
        @Schema(description = "always nothing") Money fees,
        @Schema(description = "what could still be given back afterwards") Money leftAfter,
        BuyerView buyer,
        String seller,
        PurchaseStatus status,
        @Schema(description = "status afterwards; absent when it is refused") PurchaseStatus statusAfter,
        @Schema(description = "what the buyer could no longer reach") List<Lost> lost,
        ClauseView clause,
        @Schema(description = "module that would take it over and give it back later (D9); absent: at once")
                String keeper,
        @Schema(description = "say it with the confirmation: refused when something has changed") String expected) {

    /** Why it would be refused. */
    @Schema(name = "RefundRefusal")
    public record Refusal(String code, String detail) {}

    /** Something the buyer would lose. */
    @Schema(name = "Lost")
    public record Lost(@Schema(description = "ACCESS") String what, String product, String productName) {}

    /** Who gets it. Personal data. */
    @Schema(name = "RefundedBuyer")
    public record BuyerView(String id, String email, String name) {}

    /** The clause copied onto the purchase when it was sold (D8). */
    @Schema(name = "RefundClause")
    public record ClauseView(
            RefundPolicy policy,
            String text,
            @Schema(description = "from this instant on the buyer can no longer ask") Instant buyerUntil,
            @Schema(description = "from this instant on the seller can no longer give back") Instant sellerUntil) {
        static ClauseView of(Clause clause) {
            return new ClauseView(
                    clause.policy(), clause.words(Side.SELLER), clause.buyerUntil(), clause.sellerUntil());
        }
    }

    /** As it is shown. */
    public static PreviewView of(Preview preview) {
        Money none = new Money(0, preview.amount().currency());
        boolean done = preview.refundable();
        Money moved = done ? preview.amount() : none;
        Money after = preview.left().minus(moved);
        var purchase = preview.purchase();
        var buyer = purchase.buyer();
        return new PreviewView(
                done,
                preview.refusals().stream().map(PreviewView::refusal).toList(),
                preview.amount(),
                moved,
                moved,
                none,
                after,
                new BuyerView(buyer.id(), buyer.email(), buyer.name()),
                purchase.seller(),
                purchase.status(),
                done ? preview.statusAfter() : null,
                done ? lost(preview) : List.of(),
                ClauseView.of(preview.clause()),
                preview.keeper(),
                preview.expected());
    }

    private static Refusal refusal(Problem problem) {
        return new Refusal(problem.code(), problem.getMessage());
    }

    private static List<Lost> lost(Preview preview) {
        return preview.lost().stream()
                .map(lost -> new Lost("ACCESS", lost.product(), lost.name()))
                .toList();
    }
}
