package org.bottega.core.tenant;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Audit;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Problem;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;
import org.bottega.api.UnitOfWork;
import org.bottega.core.base.Checks;
import org.bottega.core.base.Fresh;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sellers of a marketplace. */
@Component
public final class SellerService implements Sellers {

    private static final int REMEMBERED = 10_000;
    private static final int NAME = 200;

    private record Key(String tenant, String id) {}

    private final SellerRows rows;
    private final UnitOfWork unit;
    private final Callers callers;
    private final Audit audit;
    private final Clock clock;
    private final Fresh<Key, Seller> known;

    @Activate
    public SellerService(
            @Reference(target = "(unit=core)") Store store,
            @Reference UnitOfWork unit,
            @Reference Callers callers,
            @Reference Audit audit,
            @Reference Clock clock) {
        this.rows = new SellerRows(store);
        this.unit = unit;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
        this.known = new Fresh<>(unit, REMEMBERED);
    }

    @Override
    public Optional<Seller> find(String id) {
        Caller caller = callers.current();
        if (id == null || caller.seller() != null && !caller.seller().equals(id)) {
            return Optional.empty();
        }
        return known.get(new Key(caller.tenant(), id), () -> unit.call(() -> rows.find(id)));
    }

    @Override
    public List<Seller> list() {
        String only = callers.current().seller();
        return only == null ? unit.call(rows::list) : find(only).stream().toList();
    }

    @Override
    public Seller create(Seller seller) {
        if (callers.current().seller() != null) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, "seller-confined", "a caller confined to one seller adds no other");
        }
        Seller checked = check(seller);
        return unit.call(() -> add(checked));
    }

    private Seller add(Seller seller) {
        if (rows.find(seller.id()).isPresent()) {
            throw Problem.conflict("seller-exists", "there is a seller " + seller.id() + " already");
        }
        rows.add(seller, clock.instant());
        audit.record(
                "seller.create",
                seller.id(),
                Map.of("name", seller.name(), "zone", seller.zone().getId()));
        known.changed(new Key(callers.current().tenant(), seller.id()));
        return seller;
    }

    private static Seller check(Seller s) {
        return new Seller(
                Checks.slug("id", s.id()),
                Checks.text("name", s.name(), NAME),
                Checks.email("email", s.email()),
                s.supportEmail() == null ? null : Checks.email("supportEmail", s.supportEmail()),
                Checks.zone("zone", s.zone() == null ? null : s.zone().getId()),
                Checks.locale("locale", s.locale() == null ? null : s.locale().toLanguageTag()));
    }
}
