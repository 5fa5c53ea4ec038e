package org.bottega.sales.refund;

import java.util.Locale;
import java.util.Optional;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.sales.Check;
import org.bottega.sales.Platform;
import org.bottega.sales.RequestKey;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.refund.RefundSteps.Begun;
import org.bottega.sales.refund.RefundSteps.Order;
import org.bottega.sales.refund.store.AnswerPart;
import org.bottega.sales.refund.store.RefundRequestRow;
import org.bottega.sales.refund.store.RefundTables;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.RefundRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Approving a refund request (REF-04): what was asked for is given back, in the three steps of every refund. */
@Component(service = RefundApproval.class)
public final class RefundApproval {

    private final Platform platform;
    private final SalesStore store;
    private final RefundTables tables;
    private final Refusals refusals;
    private final RefundSteps steps;

    @Activate
    public RefundApproval(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference RefundTables tables,
            @Reference Refusals refusals,
            @Reference RefundSteps steps) {
        this.platform = platform;
        this.store = store;
        this.tables = tables;
        this.refusals = refusals;
        this.steps = steps;
    }

    /**
     * Approves. How old the sale is does not matter: that was judged when it was asked for (D25).
     *
     * @param command the caller's key, as {@link RequestKey} keeps it; the same again answers how it stands
     * @param comment for the records and mails, or null
     * @return APPROVED, or PROCESSING while the gateway decides
     * @throws Problem 404 {@code refund-request-not-found}; 409 {@code refund-request-closed} with member {@code state}
     *     (REF-05), {@code payment-not-settled}, {@code refund-in-progress}, {@code refund-refused}; 422 {@code
     *     idempotency-key-reused}; 503 {@code gateway-unavailable}
     * @throws IllegalStateException when a unit of work is open
     */
    public RefundRequest approve(String command, String id, String comment) {
        platform.refuseUnit();
        String note = Check.optional("comment", comment, Refunds.REASON_LENGTH);
        steps.finish(platform.inUnit(() -> begin(command, id, note)));
        return platform.inUnit(() -> tables.requests().find(id).orElseThrow().request());
    }

    private Begun begin(String command, String id, String note) {
        PurchaseRow purchase = tables.requests()
                .find(id)
                .flatMap(row -> store.purchases().lock(row.purchaseId()))
                .orElseThrow(() -> Problem.notFound("refund-request", id));
        Optional<RefundRow> before = steps.before(command);
        if (before.isPresent()) {
            if (!id.equals(before.get().refundRequest())) {
                throw RequestKey.reused();
            }
            return steps.again(purchase, before.get());
        }
        RefundRequestRow row = tables.requests().lock(id).orElseThrow();
        row.checkOpen();
        Refusals.check(refusals.of(purchase, PurchaseStatus.REFUNDED, null));
        row.process(new AnswerPart(platform.actor(), platform.now(), note, command));
        String reason = note == null ? row.request().reason().label(Locale.ENGLISH) : note;
        Order order =
                new Order(command, amount(row, purchase), reason, row.claim().partProduct(), id);
        return steps.begin(purchase, refusals.payment(purchase), order);
    }

    /** What was asked for, unless less is left: a part may have gone back since. */
    private static Money amount(RefundRequestRow row, PurchaseRow purchase) {
        Money asked = row.claim().amount();
        return asked.minor() < purchase.left().minor() ? asked : purchase.left();
    }
}
