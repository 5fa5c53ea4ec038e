package org.bottega.sales.refund;

import java.time.Instant;
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
import org.bottega.sales.refund.store.ClaimPart;
import org.bottega.sales.refund.store.KeptPart;
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

    /**
     * Why a refund is wanted. With OTHER there must be a remark.
     *
     * @param side who asks, or null: as the caller is
     * @param remark null or 1 to 1000 characters
     */
    public record Ask(Side side, RefundReason reason, String remark) {

        public Ask(RefundReason reason, String remark) {
            this(null, reason, text("comment", reason, remark));
        }

        /** {@code field} is what the remark is called where it comes from. */
        static Ask of(Side side, RefundReason reason, String field, String remark) {
            return new Ask(side, reason, text(field, reason, remark));
        }

        private static String text(String field, RefundReason reason, String remark) {
            if (reason == null) {
                throw Problem.invalid("field-missing", "reason", "one of " + List.of(RefundReason.values()));
            }
            if (remark != null && !remark.isBlank()) {
                return Check.text(field, remark.replaceAll("\\s+", " "), REMARK_LENGTH);
            }
            if (reason == RefundReason.OTHER) {
                throw Problem.invalid("field-missing", field, "with OTHER, words that say why");
            }
            return null;
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
            PurchaseRow purchase = lock(transaction);
            Side side = Side.of(platform.caller());
            platform.beyond("sales.refund-requests", () -> check(purchase, side, platform.now()));
            String keeper = store.keepers().current().orElse(null);
            return add(
                            purchase,
                            new Ask(side, ask.reason(), ask.remark()),
                            new ClaimPart(purchase, purchase.left()),
                            new KeptPart(keeper, null))
                    .request();
        });
    }

    /** @throws Problem 404 {@code purchase-not-found} */
    PurchaseRow lock(String transaction) {
        return store.purchases().lock(transaction).orElseThrow(() -> Problem.notFound("purchase", transaction));
    }

    /** @throws Problem 404 {@code purchase-not-found} */
    PurchaseRow purchase(String transaction) {
        return store.purchases().find(transaction).orElseThrow(() -> Problem.notFound("purchase", transaction));
    }

    /** Throws what speaks against asking, the age judged at this instant. */
    Void check(PurchaseRow purchase, Side side, Instant at) {
        tables.requests().openOf(purchase.id()).ifPresent(first -> {
            throw Problem.conflict("refund-request-open", "a refund was asked for already: " + first.id())
                    .with("request", first.id());
        });
        Refusals.check(refusals.of(purchase, PurchaseStatus.PROTESTED, side, at));
        return null;
    }

    /** Adds what nothing speaks against; the purchase is locked. */
    RefundRequestRow add(PurchaseRow purchase, Ask ask, ClaimPart claim, KeptPart kept) {
        Purchase p = purchase.purchase();
        AskPart part = new AskPart(ask.reason(), ask.remark(), ask.side(), platform.actor())
                .opened(platform.now(), policy(p.product()));
        RefundRequestRow row = new RefundRequestRow(platform.ids().next(), purchase, claim, part, kept);
        tables.requests().add(row);
        purchase.become(PurchaseStatus.PROTESTED);
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
                                ask.side() == Side.BUYER,
                                row.answerBy()),
                        Map.of("request", row.id(), "reason", ask.reason().name()));
        return row;
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
