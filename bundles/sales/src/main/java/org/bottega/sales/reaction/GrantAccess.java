package org.bottega.sales.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.AccessDesk;
import org.bottega.sales.SalesModule;
import org.bottega.sales.api.PurchaseApproved;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A purchase was paid: its buyer may reach the product. */
@Component(service = DomainEventListener.class)
public final class GrantAccess implements DomainEventListener<PurchaseApproved> {

    private final AccessDesk access;

    @Activate
    public GrantAccess(@Reference AccessDesk access) {
        this.access = access;
    }

    @Override
    public String id() {
        return "sales.grant-access";
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
        access.grant(event.transaction());
    }
}
