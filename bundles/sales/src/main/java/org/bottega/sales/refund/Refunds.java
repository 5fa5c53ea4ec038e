package org.bottega.sales.refund;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bottega.api.Money;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.sales.Check;
import org.bottega.sales.Platform;
import org.bottega.sales.RequestKey;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.RefundOutcome.Standing;
import org.bottega.sales.refund.RefundSteps.Begun;
import org.bottega.sales.refund.RefundSteps.Order;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.RefundRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Giving money back, by the seller and at once (REF-01, REF-03), wholly or in part (D18). */
@Component(service = Refunds.class)
public final class Refunds {

    static final int REASON_LENGTH = 500;

    private final Platform platform;
    private final SalesStore store;
    private final Refusals refusals;
    private final RefundSteps steps;
    private final RefundGoods goods;

    @Activate
    public Refunds(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference Refusals refusals,
            @Reference RefundSteps steps,
            @Reference RefundGoods goods) {
        this.platform = platform;
        this.store = store;
        this.refusals = refusals;
        this.steps = steps;
        this.goods = goods;
    }

    /**
     * What is to be given back.
     *
     * @param product of an order of several: which one a part is for; else null
     * @param expected what the preview called {@code expected}, or null: take it as it is now
     */
    public record Wish(RefundSize size, String product, String reason, String expected) {}

    /** What a refund would do. @throws Problem 400 naming the field; 404 {@code purchase-not-found} */
    public Preview preview(String transaction, RefundSize size, String product) {
        return platform.inUnit(() -> {
            PurchaseRow purchase =
                    store.purchases().find(transaction).orElseThrow(() -> Problem.notFound("purchase", transaction));
            return look(purchase, size, product);
        });
    }

    /** The same, of a wish that is meant, in an open unit of work. @throws Problem what would refuse it */
    Preview judge(String transaction, Wish wish) {
        return judge(
                store.purchases().find(transaction).orElseThrow(() -> Problem.notFound("purchase", transaction)), wish);
    }

    private Preview judge(PurchaseRow purchase, Wish wish) {
        Preview now = look(purchase, wish.size(), wish.product());
        Refusals.check(now.refusals());
        if (wish.expected() != null && !wish.expected().equals(now.expected())) {
            throw Problem.conflict("preview-outdated", "what was previewed has changed: look at it again")
                    .with("expected", now.expected())
                    .with("amount", now.amount().minor());
        }
        return now;
    }

    private Preview look(PurchaseRow purchase, RefundSize size, String product) {
        List<Problem> against = new ArrayList<>(refusals.of(purchase, PurchaseStatus.REFUNDED, Side.SELLER));
        Money left = purchase.left();
        Money amount = size.of(goods.priceOf(purchase, product, against), left);
        RefundSize.refusal(amount, left).ifPresent(against::add);
        boolean whole = amount.equals(left);
        if (!whole) {
            goods.named(purchase, product).ifPresent(against::add);
        }
        return new Preview(
                purchase.purchase(),
                amount,
                left,
                whole ? goods.lost(purchase) : List.of(),
                Clause.of(purchase),
                against,
                store.keepers().current().orElse(null));
    }

    /** As {@link org.bottega.sales.api.Purchases#refund} says. */
    public Purchase refund(String key, String transaction, String reason) {
        return give(key, transaction, new Wish(RefundSize.WHOLE, null, reason, null))
                .purchase();
    }

    /**
     * Gives back. The same key again gives back nothing more and answers how it stands.
     *
     * @throws Problem as the preview's refusals; 409 {@code preview-outdated}, {@code refund-refused}; 422 {@code
     *     idempotency-key-reused}; 503 {@code gateway-unavailable}
     * @throws IllegalStateException when a unit of work is open
     */
    public Standing give(String key, String transaction, Wish wish) {
        platform.refuseUnit();
        String request = RequestKey.of(platform.caller(), key);
        String why = Check.text("reason", wish.reason(), REASON_LENGTH);
        return steps.finish(platform.inUnit(() -> begin(request, transaction, wish, why)));
    }

    private Begun begin(String request, String transaction, Wish wish, String reason) {
        PurchaseRow purchase =
                store.purchases().lock(transaction).orElseThrow(() -> Problem.notFound("purchase", transaction));
        Optional<RefundRow> before = steps.before(request);
        if (before.isPresent()) {
            checkSame(before.get(), transaction, wish);
            return steps.again(purchase, before.get());
        }
        Preview now = judge(purchase, wish);
        Order order = new Order(request, now.amount(), reason, wish.product(), null);
        return steps.begin(purchase, refusals.payment(purchase), order);
    }

    private static void checkSame(RefundRow row, String transaction, Wish wish) {
        Money told = wish.size().amount();
        if (!row.purchaseId().equals(transaction) || told != null && !told.equals(row.amount())) {
            throw RequestKey.reused();
        }
    }

    /** Refunds of a purchase, the oldest first. @throws Problem 404 {@code purchase-not-found} */
    public Page<Refund> list(String transaction, PageRequest request) {
        return platform.inUnit(() -> {
            store.purchases().find(transaction).orElseThrow(() -> Problem.notFound("purchase", transaction));
            return store.refunds().of(transaction, request).map(RefundRow::refund);
        });
    }
}
