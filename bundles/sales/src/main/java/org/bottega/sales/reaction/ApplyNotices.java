package org.bottega.sales.reaction;

import org.bottega.api.spi.DueWork;
import org.bottega.sales.SalesModule;
import org.bottega.sales.payment.notice.NoticeDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Applies what gateways told by themselves. */
@Component(service = DueWork.class)
public final class ApplyNotices implements DueWork {

    private final NoticeDesk notices;

    @Activate
    public ApplyNotices(@Reference NoticeDesk notices) {
        this.notices = notices;
    }

    @Override
    public String id() {
        return "sales.apply-notices";
    }

    @Override
    public String module() {
        return SalesModule.ID;
    }

    @Override
    public String table() {
        return "sales_notice";
    }

    @Override
    public boolean inUnitOfWork() {
        return false;
    }

    @Override
    public void process(String id) {
        notices.apply(id);
    }
}
