package org.bottega.sales;

import java.lang.annotation.Annotation;
import org.bottega.core.testing.TestPlatform;
import org.bottega.persistence.Store;
import org.bottega.sales.payment.Cancellation;
import org.bottega.sales.payment.ChargeDesk;
import org.bottega.sales.payment.ChargeOutcome;
import org.bottega.sales.payment.Gateways;
import org.bottega.sales.payment.Payments;
import org.bottega.sales.payment.RefundDesk;
import org.bottega.sales.payment.SandboxGateway;
import org.bottega.sales.payment.SandboxTool;
import org.bottega.sales.payment.notice.NoticeDesk;
import org.bottega.sales.payment.notice.NoticeKeys;
import org.bottega.sales.payment.notice.Notices;
import org.bottega.sales.reaction.ApplyNotices;
import org.bottega.sales.store.SalesStore;

/** The part of the shop that is about payments which take their time. */
final class PaymentShop {

    final Payments list;
    final Cancellation cancellation;
    final NoticeKeys keys;
    final Notices notices;
    final SandboxTool sandbox;

    /** What it is made of. */
    record Parts(Platform services, SalesStore store, Store unit, Gateways gateways, SandboxGateway sandbox) {}

    PaymentShop(Parts parts, TestPlatform platform, ChargeDesk charges, ChargeOutcome outcomes, RefundDesk refunds) {
        list = new Payments(parts.services(), parts.store());
        cancellation = new Cancellation(parts.services(), parts.store(), charges, outcomes);
        keys = new NoticeKeys(parts.services(), platform.links(), parts.gateways(), parts.unit());
        notices = new Notices(parts.services(), parts.gateways(), keys, platform.clock(), parts.unit());
        sandbox = new SandboxTool(parts.services(), parts.store(), parts.sandbox(), notices, keys);
        platform.work(
                new ApplyNotices(new NoticeDesk(parts.services(), parts.store(), charges, refunds, parts.unit())));
    }

    /** Sales of live tenants go to this gateway. */
    static Gateways.Config config(String gateway) {
        return new Gateways.Config() {
            @Override
            public String gateway() {
                return gateway;
            }

            @Override
            public Class<? extends Annotation> annotationType() {
                return Gateways.Config.class;
            }
        };
    }
}
