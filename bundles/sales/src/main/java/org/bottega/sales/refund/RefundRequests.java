package org.bottega.sales.refund;

import java.util.List;
import java.util.Map;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Policies;
import org.bottega.api.Problem;
import org.bottega.sales.Check;
import org.bottega.sales.Platform;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.api.RefundRequested;
import org.bottega.sales.refund.store.AskPart;
import org.bottega.sales.refund.store.RefundRequestRow;
import org.bottega.sales.refund.store.RefundTables;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asking for a refund (REF-04, REF-11, REF-12), and finding what was asked for. */
@Component(service = RefundRequests.class)
public final class RefundRequests {

    private static final int REMARK_LENGTH = 1000;

    private final Platform platform;
    private final SalesStore store;
    private final RefundTables tables;
    private final Refusals refusals;
    private final Policies policies;

    @Activate
    public RefundRequests(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference RefundTables tables,
            @Reference Refusals refusals,
            @Reference Policies policies) {
        this.platform = platform;
        this.store = store;
        this.tables = tables;
        this.refusals = refusals;
        this.policies = policies;
    }

    /** Why a refund is wanted. {@code remark} is null or 1 to 1000 characters; with OTHER there must be one. */
    public record Ask(RefundReason reason, String remark) {
        public Ask {
            if (reason == null) {
                throw Problem.invalid("field-missing", "reason", "one of " + List.of(RefundReason.values()));
            }
            remark = remark == null || remark.isBlank()
                    ? null
                    : Check.text("comment", remark.replaceAll("\\s+", " "), REMARK_LENGTH);
            if (reason == RefundReason.OTHER && remark == null) {
                throw Problem.invalid("field-missing", "comment", "with OTHER, a comment that says why");
            }
        }
    }

    /**
     * Asks for all that is left of a purchase; it is PROTESTED (CLAIMED) until that is answered. Whether it is too late is
     * judged now, by the buyer's clause or by the seller's, and never again (D25).
     *
     * @throws Problem 404 {@code purchase-not-found}; 409 {@code refund-request-open} with member {@code request} (D26),
     *     {@code transition-forbidden}, {@code refund-period-over}, {@code payment-not-ours}, {@code payment-not-settled},
     *     {@code refund-in-progress}
     */
    public RefundRequest open(String transaction, Ask ask) {
        return platform.inUnit(() -> {
            Side side = Side.of(platform.caller());
            PurchaseRow purchase =
                    store.purchases().lock(transaction).orElseThrow(() -> Problem.notFound("purchase", transaction));
            platform.beyond("sales.refund-requests", () -> check(purchase, side));
            AskPart part = new AskPart(ask.reason(), ask.remark(), side, platform.actor())
                    .opened(platform.now(), policy(purchase.purchase().product()));
            RefundRequestRow row = new RefundRequestRow(platform.ids().next(), purchase, part);
            tables.requests().add(row);
            purchase.become(PurchaseStatus.PROTESTED);
            Purchase p = purchase.purchase();
            platform.journal()
                    .tell(
                            "refund-request.open",
                            new RefundRequested(
                                    p.transaction(),
                                    p.seller(),
                                    p.product(),
                                    p.buyer().id(),
                                    row.id(),
                                    ask.reason().name(),
                                    side == Side.BUYER,
                                    row.answerBy()),
                            Map.of("request", row.id(), "reason", ask.reason().name()));
            return row.request();
        });
    }

    private Void check(PurchaseRow purchase, Side side) {
        tables.requests().openOf(purchase.id()).ifPresent(first -> {
            throw Problem.conflict("refund-request-open", "a refund was asked for already: " + first.id())
                    .with("request", first.id());
        });
        Refusals.check(refusals.of(purchase, PurchaseStatus.PROTESTED, side));
        return null;
    }

    /** The policy for a product, or for purchases without one. */
    public RefundRequestPolicy policy(String product) {
        return product == null
                ? policies.get(RefundRequestPolicy.TYPE)
                : policies.get(RefundRequestPolicy.TYPE, product);
    }

    /** @throws Problem 404 {@code refund-request-not-found} */
    public RefundRequest get(String id) {
        return platform.inUnit(() -> tables.requests()
                .find(id)
                .orElseThrow(() -> Problem.notFound("refund-request", id))
                .request());
    }

    /** One page of those the caller may see. */
    public Page<RefundRequest> list(RefundRequestFilter filter, RefundRequestFilter.Sort sort, PageRequest request) {
        return platform.inUnit(
                () -> tables.requests().list(filter, sort, request).map(RefundRequestRow::request));
    }
}
