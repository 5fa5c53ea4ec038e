package org.bottega.webhooks.store;

import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Order;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;
import org.bottega.webhooks.DeliveryState;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The log of what was, or is to be, sent. */
@Component(service = DeliveryRepository.class)
public final class DeliveryRepository extends Repository<DeliveryRow> {

    private static final Order<DeliveryRow> NEWEST = Order.descending("createdAt", DeliveryRow::createdAt);

    @Activate
    public DeliveryRepository(@Reference(target = "(unit=webhooks)") Store store) {
        super(store, DeliveryRow.class);
    }

    /** Of one endpoint, newest first; state and type of event may be null. */
    public Page<DeliveryRow> list(String endpoint, DeliveryState state, String eventType, PageRequest request) {
        return page(
                Where.of("e.endpointId = ?", endpoint)
                        .andIf(state, "e.state = ?")
                        .andIf(eventType, "e.eventType = ?"),
                NEWEST,
                request);
    }
}
