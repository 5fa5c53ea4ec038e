package org.bottega.webhooks.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.persistence.Order;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;
import org.bottega.webhooks.EndpointState;
import org.bottega.webhooks.Target;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Endpoints of the current tenant. */
@Component(service = EndpointRepository.class)
public final class EndpointRepository extends Repository<EndpointRow> {

    /** Most endpoints of a tenant. */
    public static final int MOST = 100;

    private static final Order<EndpointRow> NEWEST = Order.descending("createdAt", EndpointRow::createdAt);

    @Activate
    public EndpointRepository(@Reference(target = "(unit=webhooks)") Store store) {
        super(store, EndpointRow.class);
    }

    /** A new endpoint. */
    public EndpointRow create(String id, String requestKey, Target target, Instant now) {
        EndpointRow row = add(new EndpointRow(tenant(), id, requestKey, target, now));
        flush();
        return row;
    }

    /** The endpoint that was asked for under this key. */
    public Optional<EndpointRow> byKey(String requestKey) {
        return one(Where.of("e.requestKey = ?", requestKey));
    }

    /** Those that events are sent to. */
    public List<EndpointRow> enabled() {
        return list(Where.of("e.state = ?", EndpointState.ENABLED), "e.createdAt desc, e.id desc", MOST);
    }

    public long count() {
        return count(Where.all());
    }

    /** Newest first. */
    public Page<EndpointRow> newest(PageRequest request) {
        return page(Where.all(), NEWEST, request);
    }
}
