package org.bottega.sales.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.AccessDesk;
import org.bottega.sales.SalesModule;
import org.bottega.sales.api.PurchaseChargedBack;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The bank took the money back: access ends. */
@Component(service = DomainEventListener.class)
public final class RevokeChargedBack implements DomainEventListener<PurchaseChargedBack> {

    private final AccessDesk access;

    @Activate
    public RevokeChargedBack(@Reference AccessDesk access) {
        this.access = access;
    }

    @Override
    public String id() {
        return "sales.revoke-chargedback";
    }

    @Override
    public String module() {
        return SalesModule.ID;
    }

    @Override
    public Class<PurchaseChargedBack> type() {
        return PurchaseChargedBack.class;
    }

    @Override
    public void on(PurchaseChargedBack event, Instant at) {
        access.revoke(event.transaction());
    }
}
