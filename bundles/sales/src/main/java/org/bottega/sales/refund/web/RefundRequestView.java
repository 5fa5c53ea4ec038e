package org.bottega.sales.refund.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.bottega.api.Money;
import org.bottega.sales.refund.RefundReason;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequestState;
import org.bottega.sales.refund.Side;

/** A refund request as the answers show it. */
@Schema(name = "RefundRequest")
public record RefundRequestView(
        @Schema(description = "its id") String request,
        String transaction,
        String seller,
        String product,
        @Schema(description = "as it was called when sold") String productName,
        String buyerEmail,
        RefundReason reason,
        @Schema(description = "in the words of who asked") String comment,
        @Schema(description = "what is asked for: all that was left when it was opened, or a part") Money amount,
        @Schema(description = "PROCESSING: approved, the gateway has not decided") RefundRequestState state,
        @Schema(description = "who asked") Side openedBy,
        Instant openedAt,
        @Schema(description = "until when the seller is to answer; of no weight while another module keeps it")
                Instant answerBy,
        @Schema(description = "whether it is approved then, unanswered") boolean autoApprove,
        Instant answeredAt,
        @Schema(description = "what the seller said, or why it was closed") String answer,
        @Schema(description = "module that looks after it: it is declined there (D27); absent: sales itself")
                String keeper,
        @Schema(description = "text or address that tells when the money arrives (REF-06)") String moneyHelp) {

    static RefundRequestView of(RefundRequest r) {
        return of(r, null);
    }

    static RefundRequestView of(RefundRequest r, String moneyHelp) {
        return new RefundRequestView(
                r.id(),
                r.transaction(),
                r.seller(),
                r.product(),
                r.productName(),
                r.buyerEmail(),
                r.reason(),
                r.remark(),
                r.amount(),
                r.state(),
                r.side(),
                r.openedAt(),
                r.answerBy(),
                r.autoApprove(),
                r.answeredAt(),
                r.answer(),
                r.keeper(),
                moneyHelp == null || moneyHelp.isEmpty() ? null : moneyHelp);
    }
}
