package org.bottega.sales.reaction;

import org.bottega.api.spi.DueWork;
import org.bottega.sales.SalesModule;
import org.bottega.sales.payment.RefundDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks gateways what became of refunds. */
@Component(service = DueWork.class)
public final class AskRefunds implements DueWork {

    private final RefundDesk refunds;

    @Activate
    public AskRefunds(@Reference RefundDesk refunds) {
        this.refunds = refunds;
    }

    @Override
    public String id() {
        return "sales.ask-refunds";
    }

    @Override
    public String module() {
        return SalesModule.ID;
    }

    @Override
    public String table() {
        return "sales_refund";
    }

    @Override
    public boolean inUnitOfWork() {
        return false;
    }

    @Override
    public void process(String id) {
        refunds.ask(id);
    }
}
