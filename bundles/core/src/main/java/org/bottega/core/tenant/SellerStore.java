package org.bottega.core.tenant;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Audit;
import org.bottega.api.Events;
import org.bottega.api.Problem;
import org.bottega.api.Seller;
import org.bottega.api.SellerChanged;
import org.bottega.api.UnitOfWork;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Sellers as they are kept, and what is told of their changes, for the current caller's tenant. */
@Component(service = SellerStore.class)
public final class SellerStore {

    private final SellerRows rows;
    private final UnitOfWork unit;
    private final Audit audit;
    private final Events events;
    private final Clock clock;

    @Activate
    public SellerStore(
            @Reference(target = "(unit=core)") Store store,
            @Reference UnitOfWork unit,
            @Reference Audit audit,
            @Reference Events events,
            @Reference Clock clock) {
        this.rows = new SellerRows(store);
        this.unit = unit;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Optional<Seller> find(String id) {
        return unit.call(() -> rows.find(id));
    }

    List<Seller> list() {
        return unit.call(rows::list);
    }

    /** Those after an id, which may be null. */
    List<Seller> list(String after, int limit) {
        return unit.call(() -> rows.list(after, limit));
    }

    /** Needs an open unit of work. */
    void add(Seller seller) {
        if (rows.find(seller.id()).isPresent()) {
            throw Problem.conflict("seller-exists", "there is a seller " + seller.id() + " already");
        }
        rows.add(seller, clock.instant());
        audit.record(
                "seller.create",
                seller.id(),
                Map.of("name", seller.name(), "zone", seller.zone().getId()));
    }

    /** Needs an open unit of work. */
    void change(Seller before, Seller seller) {
        rows.change(seller);
        String zoneBefore = before.zone().getId();
        String zone = seller.zone().getId();
        String locale = seller.locale().toLanguageTag();
        Map<String, Object> details = new HashMap<>();
        details.put("zoneBefore", zoneBefore);
        details.put("zone", zone);
        details.put("supportEmailBefore", before.supportEmail());
        details.put("supportEmail", seller.supportEmail());
        details.put("locale", locale);
        audit.record("seller.change", seller.id(), details);
        events.publish(new SellerChanged(seller.id(), zoneBefore, zone, seller.supportEmail(), locale));
    }
}
