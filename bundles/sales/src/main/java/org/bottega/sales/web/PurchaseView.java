package org.bottega.sales.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.bottega.api.Money;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.web.PaymentView;

/** A purchase as the answers show it. */
@Schema(name = "Purchase")
public record PurchaseView(
        @Schema(description = "its code, HP…") String transaction,
        @Schema(description = "PROTESTED is what people call CLAIMED (D11)") PurchaseStatus status,
        String product,
        @Schema(description = "as it was called when sold") String productName,
        String offer,
        String seller,
        BuyerView buyer,
        @Schema(description = "what was paid, or is to be") Money price,
        @Schema(description = "the offer's price, before the coupon") Money listPrice,
        @Schema(description = "what the coupon took off") Money discount,
        @Schema(description = "code of the coupon it was bought with") String coupon,
        @Schema(description = "given back so far") Money refunded,
        String paymentType,
        Instant purchasedAt,
        @Schema(description = "from this instant on the seller can no longer refund it (D8)") Instant refundableUntil,
        @Schema(description = "transaction in the system it was imported from") String source,
        @Schema(description = "absent when it was paid elsewhere") PaymentView payment) {

    /** Who bought. Personal data. */
    @Schema(name = "Buyer")
    public record BuyerView(String id, String email, String name) {}

    public static PurchaseView of(Purchase p, PaymentView payment) {
        return new PurchaseView(
                p.transaction(),
                p.status(),
                p.product(),
                p.productName(),
                p.offer(),
                p.seller(),
                new BuyerView(p.buyer().id(), p.buyer().email(), p.buyer().name()),
                p.price(),
                p.listPrice(),
                p.listPrice().minus(p.price()),
                p.coupon(),
                p.refunded(),
                p.paymentType(),
                p.purchasedAt(),
                p.refundableUntil(),
                p.source(),
                payment);
    }
}
