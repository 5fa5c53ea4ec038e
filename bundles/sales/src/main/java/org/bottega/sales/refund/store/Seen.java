package org.bottega.sales.refund.store;

import org.bottega.sales.api.RefundCase;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequestState;
import org.bottega.sales.refund.Side;

/** Refund requests as others see them. */
final class Seen {

    private final RefundRequestRow row;
    private final ClaimPart claim;
    private final AskPart ask;
    private final KeptPart kept;

    Seen(RefundRequestRow row, ClaimPart claim, AskPart ask, KeptPart kept) {
        this.row = row;
        this.claim = claim;
        this.ask = ask;
        this.kept = kept;
    }

    RefundRequest request() {
        return new RefundRequest(
                row.id(),
                row.purchaseId(),
                row.sellerId(),
                claim.product(),
                claim.productName(),
                row.buyerEmail(),
                ask.reason(),
                ask.remark(),
                claim.amount(),
                row.state(),
                ask.side(),
                ask.openedAt(),
                ask.answerBy(),
                ask.autoApprove(),
                row.answer().at(),
                row.answer().text(),
                kept.keeper());
    }

    RefundCase refundCase() {
        return new RefundCase(
                row.id(),
                row.purchaseId(),
                row.sellerId(),
                claim.buyer(),
                kept.keeper(),
                kept.openKey(),
                state(row.state()),
                ask.side() == Side.BUYER,
                ask.reason().name(),
                claim.amount(),
                ask.openedAt());
    }

    private static RefundCase.State state(RefundRequestState state) {
        return switch (state) {
            case OPEN -> RefundCase.State.OPEN;
            case PROCESSING -> RefundCase.State.GRANTING;
            case APPROVED -> RefundCase.State.GRANTED;
            default -> RefundCase.State.ENDED;
        };
    }
}
