package org.bottega.sales;

import org.bottega.sales.payment.RefundDesk;
import org.bottega.sales.refund.RefundGoods;
import org.bottega.sales.refund.RefundSteps;
import org.bottega.sales.refund.Refunds;
import org.bottega.sales.refund.Refusals;
import org.bottega.sales.store.SalesStore;

/** What gives money back, put together. */
final class Returns {

    final Refunds refunds;

    Returns(Platform platform, SalesStore store, RefundDesk desk) {
        Refusals refusals = new Refusals(platform, store);
        RefundSteps steps = new RefundSteps(platform, store, desk);
        refunds = new Refunds(platform, store, refusals, steps, new RefundGoods(store));
    }
}
