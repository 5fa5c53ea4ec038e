package org.bottega.sales.refund;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.sales.Platform;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.payment.AskAgain;
import org.bottega.sales.payment.RefundDesk;
import org.bottega.sales.payment.RefundDesk.Command;
import org.bottega.sales.payment.RefundOutcome.Standing;
import org.bottega.sales.payment.RefundState;
import org.bottega.sales.store.PaymentRow;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.RefundRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The three steps of every refund: its intent is committed, the gateway is told, the outcome is committed. */
@Component(service = RefundSteps.class)
public final class RefundSteps {

    private final Platform platform;
    private final SalesStore store;
    private final RefundDesk desk;

    @Activate
    public RefundSteps(@Reference Platform platform, @Reference SalesStore store, @Reference RefundDesk desk) {
        this.platform = platform;
        this.store = store;
        this.desk = desk;
    }

    /**
     * A refund to be made.
     *
     * @param key names the command, as {@link org.bottega.sales.RequestKey} keeps it
     * @param product the product it is for, or null: the whole order
     * @param request id of the refund request it answers, or null
     */
    record Order(String key, Money amount, String reason, String product, String request) {}

    /** A refund whose intent is committed, or that was decided before. {@code command} is null when it must not be made now. */
    record Begun(Purchase purchase, RefundState state, Command command) {}

    /** What the key has begun before. */
    Optional<RefundRow> before(String key) {
        return store.refunds().byRequest(key);
    }

    /** How a refund that was begun before stands. One that the bank has got hold of meanwhile is not made again. */
    Begun again(PurchaseRow purchase, RefundRow row) {
        PaymentRow payment = store.payments().find(row.paymentId()).orElseThrow();
        return new Begun(purchase.purchase(), row.state(), payment.isContested() ? null : Command.of(payment, row));
    }

    /**
     * Writes the intent down. All that speaks against it was checked, with the purchase locked.
     *
     * @throws Problem 503 {@code gateway-unavailable}
     */
    Begun begin(PurchaseRow purchase, PaymentRow payment, Order order) {
        desk.expect(payment.gateway());
        RefundRow.Asked asked = new RefundRow.Asked(
                platform.ids().next(), order.key(), order.reason(), platform.actor(), platform.now());
        RefundRow row = new RefundRow(payment, order.amount(), asked, asked.at().plus(AskAgain.FIRST));
        row.concerns(order.product(), order.request());
        store.refunds().add(row);
        Map<String, String> details =
                new HashMap<>(Map.of("refund", row.id(), "amount", row.amount().toString(), "reason", row.reason()));
        if (order.request() != null) {
            details.put("request", order.request());
        }
        platform.journal().note("purchase.refund", purchase.id(), details);
        return new Begun(purchase.purchase(), row.state(), Command.of(payment, row));
    }

    /**
     * The other two steps, outside a unit of work.
     *
     * @throws Problem 409 {@code refund-refused}
     */
    Standing finish(Begun begun) {
        Standing now = new Standing(begun.purchase(), begun.state());
        if (begun.state() == RefundState.INTENDED && begun.command() != null) {
            now = desk.make(begun.command()).orElse(now);
        }
        if (now.state() == RefundState.REFUSED) {
            throw Problem.conflict("refund-refused", "the payment gateway refused to give the money back");
        }
        return now;
    }
}
