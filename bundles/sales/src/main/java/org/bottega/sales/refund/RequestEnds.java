package org.bottega.sales.refund;

import java.util.Map;
import java.util.Optional;
import org.bottega.sales.Platform;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseCompleted;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.api.RefundRequestClosed;
import org.bottega.sales.refund.store.AnswerPart;
import org.bottega.sales.refund.store.RefundRequestRow;
import org.bottega.sales.refund.store.RefundTables;
import org.bottega.sales.store.PurchaseRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** How refund requests end, and what their purchases are afterwards. All in an open unit of work, the purchase locked. */
@Component(service = RequestEnds.class)
public final class RequestEnds {

    /** Why a request was closed: the buyer contests the payment at the bank. */
    public static final String DISPUTE = "DISPUTE";

    private final Platform platform;
    private final RefundTables tables;

    @Activate
    public RequestEnds(@Reference Platform platform, @Reference RefundTables tables) {
        this.platform = platform;
        this.tables = tables;
    }

    /** All was given back, whoever wanted it: what was asked for is granted. */
    public void refunded(PurchaseRow purchase) {
        open(purchase).ifPresent(row -> {
            boolean answered = row.state() == RefundRequestState.PROCESSING;
            row.end(RefundRequestState.APPROVED, answered ? row.answer() : answer(null, null));
            note("refund-request.approved", row);
        });
    }

    /** A part was given back because this request asked for it: that is granted, and the purchase no longer claimed. */
    public void granted(PurchaseRow purchase, String request) {
        open(purchase).filter(row -> row.id().equals(request)).ifPresent(row -> {
            row.end(RefundRequestState.APPROVED, row.answer());
            if (purchase.status() == PurchaseStatus.PROTESTED) {
                purchase.become(PurchaseStatus.PARTIALLY_REFUNDED);
            }
            note("refund-request.approved", row);
        });
    }

    /**
     * What was approved was not given back: the request waits for an answer again, unless the bank has the case.
     *
     * @param contested whether the bank has it
     */
    public void refused(PurchaseRow purchase, boolean contested) {
        open(purchase)
                .filter(row -> row.state() == RefundRequestState.PROCESSING)
                .ifPresent(row -> {
                    row.reopen();
                    if (purchase.status() != PurchaseStatus.PROTESTED) {
                        closed(purchase, row, purchase.status().name());
                    } else if (contested) {
                        closed(purchase, row, DISPUTE);
                    } else {
                        note("refund-request.reopened", row);
                    }
                });
    }

    /** The bank has the case: what is not approved yet comes to nothing. {@code cause} is CHARGEBACK or DISPUTE. */
    public void contested(PurchaseRow purchase, String cause) {
        open(purchase)
                .filter(row -> row.state() == RefundRequestState.OPEN)
                .ifPresent(row -> closed(purchase, row, cause));
    }

    private void closed(PurchaseRow purchase, RefundRequestRow row, String cause) {
        row.end(RefundRequestState.CLOSED, answer(cause, null));
        restore(purchase, row);
        Purchase p = purchase.purchase();
        platform.journal()
                .tell(
                        "refund-request.closed",
                        new RefundRequestClosed(
                                p.transaction(),
                                p.seller(),
                                p.product(),
                                p.buyer().id(),
                                row.id(),
                                cause,
                                p.status()),
                        Map.of("request", row.id(), "cause", cause));
    }

    /**
     * The purchase is what it was before it was claimed: or PARTIALLY_REFUNDED when a part went back meanwhile, or COMPLETE
     * when its guarantee has elapsed meanwhile.
     */
    void restore(PurchaseRow purchase, RefundRequestRow row) {
        if (purchase.status() != PurchaseStatus.PROTESTED) {
            return;
        }
        boolean elapsed = !platform.now().isBefore(purchase.terms().guaranteeEnds(purchase.purchasedAt()));
        Purchase p = purchase.purchase();
        if (p.refunded().minor() > 0) {
            purchase.become(PurchaseStatus.PARTIALLY_REFUNDED);
        } else if (row.statusBefore() == PurchaseStatus.APPROVED && elapsed) {
            purchase.become(PurchaseStatus.COMPLETE);
            platform.journal()
                    .tell(
                            "purchase.complete",
                            new PurchaseCompleted(
                                    p.transaction(),
                                    p.seller(),
                                    p.product(),
                                    p.buyer().id()),
                            Map.of());
        } else {
            purchase.become(row.statusBefore());
        }
    }

    /** The answer of the present caller. */
    AnswerPart answer(String text, String key) {
        return new AnswerPart(platform.actor(), platform.now(), text, key);
    }

    private Optional<RefundRequestRow> open(PurchaseRow purchase) {
        return tables.requests().openOf(purchase.id()).flatMap(row -> tables.requests()
                .lock(row.id()));
    }

    private void note(String action, RefundRequestRow row) {
        platform.journal().note(action, row.purchaseId(), Map.of("request", row.id()));
    }
}
