package org.bottega.sales.refund.store;

import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The repositories around refund requests. */
@Component(service = RefundTables.class)
public final class RefundTables {

    private final RefundRequestRepository requests;
    private final HandedRows handed;

    @Activate
    public RefundTables(@Reference(target = "(unit=sales)") Store store) {
        requests = new RefundRequestRepository(store);
        handed = new HandedRows(store);
    }

    public RefundRequestRepository requests() {
        return requests;
    }

    public HandedRows handed() {
        return handed;
    }
}
