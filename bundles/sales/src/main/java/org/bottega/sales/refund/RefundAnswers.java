package org.bottega.sales.refund;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.bottega.api.DomainEvent;
import org.bottega.api.Problem;
import org.bottega.sales.Check;
import org.bottega.sales.Platform;
import org.bottega.sales.Receipts;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.RefundCase;
import org.bottega.sales.api.RefundRequestDeclined;
import org.bottega.sales.api.RefundRequestWithdrawn;
import org.bottega.sales.refund.store.AnswerPart;
import org.bottega.sales.refund.store.RefundRequestRow;
import org.bottega.sales.refund.store.RefundTables;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Answers to refund requests that move no money: declined by the seller, withdrawn by the buyer. */
@Component(service = RefundAnswers.class)
public final class RefundAnswers {

    private static final int REASON_LENGTH = 500;

    /** What is not over without money. */
    private static final Set<RefundRequestState> UNDECIDED_OR_GRANTED =
            EnumSet.of(RefundRequestState.OPEN, RefundRequestState.PROCESSING, RefundRequestState.APPROVED);

    private final Platform platform;
    private final SalesStore store;
    private final RefundTables tables;
    private final RequestEnds ends;
    private final Receipts receipts;

    @Activate
    public RefundAnswers(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference RefundTables tables,
            @Reference RequestEnds ends,
            @Reference Receipts receipts) {
        this.platform = platform;
        this.store = store;
        this.tables = tables;
        this.ends = ends;
        this.receipts = receipts;
    }

    /**
     * Declines. The purchase is again what it was.
     *
     * @param key of the command, as {@link org.bottega.sales.RequestKey} keeps it, or null; the same key again answers how
     *     it stands
     * @param reason for the buyer, 1 to 500 characters
     * @throws Problem 404 {@code refund-request-not-found}; 409 {@code refund-request-closed} with member {@code state},
     *     {@code refund-request-kept} with members {@code keeper} and {@code request} (D27)
     */
    public RefundRequest decline(String key, String id, String reason) {
        String why = Check.text("reason", reason, REASON_LENGTH);
        return platform.inUnit(() -> {
            PurchaseRow purchase = purchase(id);
            RefundRequestRow row = tables.requests().lock(id).orElseThrow();
            if (row.state() != RefundRequestState.DECLINED || !row.answer().isBy(key)) {
                row.checkOpen();
                checkOurs(row);
                end(purchase, row, RefundRequestState.DECLINED, ends.answer(why, key));
            }
            return row.request();
        });
    }

    private void checkOurs(RefundRequestRow row) {
        String keeper = row.request().keeper();
        if (keeper != null && store.keepers().current().isPresent()) {
            throw Problem.conflict(
                            "refund-request-kept",
                            "this request is looked after elsewhere: close it there, which needs the buyer's consent,"
                                    + " or approve it here")
                    .with("keeper", keeper)
                    .with("request", row.id());
        }
    }

    /** As {@link org.bottega.sales.api.RefundCases#end} says. */
    RefundCase end(String id, String reason, boolean byBuyer) {
        String why = Check.text("reason", reason, REASON_LENGTH);
        return platform.inUnit(() -> {
            PurchaseRow purchase = purchase(id);
            RefundRequestRow row = tables.requests().lock(id).orElseThrow();
            if (UNDECIDED_OR_GRANTED.contains(row.state())) {
                RefundRequestState how = byBuyer ? RefundRequestState.WITHDRAWN : RefundRequestState.DECLINED;
                end(purchase, row, how, ends.answer(why, null));
            }
            return row.refundCase();
        });
    }

    /**
     * Takes it back, by the buyer, or by the seller what he asked for himself. The purchase is again what it was.
     *
     * @throws Problem 403 {@code withdrawal-not-yours} when a seller would take back what a buyer asked for; 404 {@code refund-request-not-found}; 409 {@code refund-request-closed} with member {@code state}
     */
    public RefundRequest withdraw(String id) {
        return platform.inUnit(() -> {
            PurchaseRow purchase = purchase(id);
            RefundRequestRow row = tables.requests().lock(id).orElseThrow();
            if (Side.of(platform.caller()) == Side.SELLER && row.request().side() == Side.BUYER) {
                throw new Problem(
                        Problem.Kind.FORBIDDEN, "withdrawal-not-yours", "the buyer asked: decline it, and say why");
            }
            end(purchase, row, RefundRequestState.WITHDRAWN, ends.answer(null, null));
            return row.request();
        });
    }

    /** The same, of the purchase that a receipt link is for. @throws Problem as there; 404 {@code receipt-not-found} */
    public RefundRequest withdrawByLink(String token) {
        return platform.inUnit(() -> {
            String transaction = transaction(token);
            return withdraw(tables.requests()
                    .openOf(transaction)
                    .orElseThrow(() -> Problem.notFound("refund-request", "of " + transaction))
                    .id());
        });
    }

    /** The transaction of the receipt link that its buyer was sent, and that is still his. @throws Problem 404 {@code receipt-not-found} */
    public String transaction(String token) {
        return platform.inUnit(() -> receipts.ofBuyer(token).id());
    }

    /** The purchase of a request, locked: always before the request itself. */
    private PurchaseRow purchase(String id) {
        return tables.requests()
                .find(id)
                .flatMap(row -> store.purchases().lock(row.purchaseId()))
                .orElseThrow(() -> Problem.notFound("refund-request", id));
    }

    private void end(PurchaseRow purchase, RefundRequestRow row, RefundRequestState how, AnswerPart answer) {
        row.checkOpen();
        row.end(how, answer);
        ends.restore(purchase, row);
        boolean declined = how == RefundRequestState.DECLINED;
        BiFunction<Purchase, String, DomainEvent> event = declined ? RefundAnswers::declined : RefundAnswers::withdrawn;
        platform.journal()
                .tell(
                        declined ? "refund-request.decline" : "refund-request.withdraw",
                        event.apply(purchase.purchase(), row.id()),
                        Map.of("request", row.id(), "status", purchase.status().name()));
    }

    private static DomainEvent declined(Purchase p, String request) {
        return new RefundRequestDeclined(
                p.transaction(), p.seller(), p.product(), p.buyer().id(), request, p.status());
    }

    private static DomainEvent withdrawn(Purchase p, String request) {
        return new RefundRequestWithdrawn(
                p.transaction(), p.seller(), p.product(), p.buyer().id(), request, p.status());
    }
}
