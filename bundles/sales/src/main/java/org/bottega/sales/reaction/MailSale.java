package org.bottega.sales.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.Letters;
import org.bottega.sales.PurchaseList;
import org.bottega.sales.SalesModule;
import org.bottega.sales.api.PurchaseApproved;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A purchase was paid: receipt and sale notification go out (SAL-11). */
@Component(service = DomainEventListener.class)
public final class MailSale implements DomainEventListener<PurchaseApproved> {

    private final Letters letters;
    private final PurchaseList purchases;

    @Activate
    public MailSale(@Reference Letters letters, @Reference PurchaseList purchases) {
        this.letters = letters;
        this.purchases = purchases;
    }

    @Override
    public String id() {
        return "sales.mail-sale";
    }

    @Override
    public String module() {
        return SalesModule.ID;
    }

    @Override
    public Class<PurchaseApproved> type() {
        return PurchaseApproved.class;
    }

    @Override
    public void on(PurchaseApproved event, Instant at) {
        letters.sold(purchases.get(event.transaction()));
    }
}
