package org.bottega.sales.refund;

import java.time.Instant;
import org.bottega.api.Money;

/**
 * That a refund was asked for.
 *
 * @param product id, or null when the purchase was imported without one
 * @param productName as it was called when sold, or null
 * @param buyerEmail of the purchase. Personal
 * @param remark in the words of who asked, or null. Personal
 * @param amount what is asked for: at most what was left to give back when it was opened
 * @param side who asked
 * @param answerBy until when the seller is to answer
 * @param autoApprove whether it is approved then, unanswered
 * @param answeredAt when it was answered, withdrawn or closed, or null
 * @param answer what the seller said, or why it was closed, or null
 * @param keeper id of the module that looks after it (D27), or null: sales itself. While it is kept, nobody waits for
 *     {@code answerBy}
 */
public record RefundRequest(
        String id,
        String transaction,
        String seller,
        String product,
        String productName,
        String buyerEmail,
        RefundReason reason,
        String remark,
        Money amount,
        RefundRequestState state,
        Side side,
        Instant openedAt,
        Instant answerBy,
        boolean autoApprove,
        Instant answeredAt,
        String answer,
        String keeper) {}
