package org.bottega.sales.reaction;

import org.bottega.api.spi.DueWork;
import org.bottega.sales.SalesModule;
import org.bottega.sales.payment.ChargeDesk;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Asks gateways what became of charges: answers that were lost, decisions that take long, chargebacks. */
@Component(service = DueWork.class)
public final class AskCharges implements DueWork {

    private final ChargeDesk charges;

    @Activate
    public AskCharges(@Reference ChargeDesk charges) {
        this.charges = charges;
    }

    @Override
    public String id() {
        return "sales.ask-charges";
    }

    @Override
    public String module() {
        return SalesModule.ID;
    }

    @Override
    public String table() {
        return "sales_payment";
    }

    @Override
    public boolean inUnitOfWork() {
        return false;
    }

    @Override
    public void process(String id) {
        charges.ask(id);
    }
}
