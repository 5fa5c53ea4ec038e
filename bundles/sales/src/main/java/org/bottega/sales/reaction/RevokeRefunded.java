package org.bottega.sales.reaction;

import java.time.Instant;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.sales.AccessDesk;
import org.bottega.sales.SalesModule;
import org.bottega.sales.api.PurchaseRefunded;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All the money went back: access ends. */
@Component(service = DomainEventListener.class)
public final class RevokeRefunded implements DomainEventListener<PurchaseRefunded> {

    private final AccessDesk access;

    @Activate
    public RevokeRefunded(@Reference AccessDesk access) {
        this.access = access;
    }

    @Override
    public String id() {
        return "sales.revoke-refunded";
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
        if (event.whole()) {
            access.revoke(event.transaction());
        }
    }
}
