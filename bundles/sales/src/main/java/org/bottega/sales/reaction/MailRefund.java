package org.bottega.sales.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.Letters;
import org.bottega.sales.PurchaseList;
import org.bottega.sales.SalesModule;
import org.bottega.sales.api.PurchaseRefunded;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Money went back: both sides are told (REF-14). */
@Component(service = DomainEventListener.class)
public final class MailRefund implements DomainEventListener<PurchaseRefunded> {

    private final Letters letters;
    private final PurchaseList purchases;

    @Activate
    public MailRefund(@Reference Letters letters, @Reference PurchaseList purchases) {
        this.letters = letters;
        this.purchases = purchases;
    }

    @Override
    public String id() {
        return "sales.mail-refund";
    }

    @Override
    public String module() {
        return SalesModule.ID;
    }

    @Override
    public Class<PurchaseRefunded> type() {
        return PurchaseRefunded.class;
    }

    @Override
    public void on(PurchaseRefunded event, Instant at) {
        letters.refunded(purchases.get(event.transaction()), event.amount(), event.reason());
    }
}
