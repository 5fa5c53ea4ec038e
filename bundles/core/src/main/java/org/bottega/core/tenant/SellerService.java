package org.bottega.core.tenant;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;
import org.bottega.api.UnitOfWork;
import org.bottega.core.base.Checks;
import org.bottega.core.base.Cursors;
import org.bottega.core.base.Fresh;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The sellers of a marketplace. */
@Component
public final class SellerService implements Sellers {

    private static final int REMEMBERED = 10_000;
    private static final int NAME = 200;

    private record Key(String tenant, String id) {}

    private final SellerStore store;
    private final UnitOfWork unit;
    private final Callers callers;
    private final Fresh<Key, Seller> known;

    @Activate
    public SellerService(@Reference SellerStore store, @Reference UnitOfWork unit, @Reference Callers callers) {
        this.store = store;
        this.unit = unit;
        this.callers = callers;
        this.known = new Fresh<>(unit, REMEMBERED);
    }

    @Override
    public Optional<Seller> find(String id) {
        Caller caller = callers.current();
        if (id == null || caller.seller() != null && !caller.seller().equals(id)) {
            return Optional.empty();
        }
        return known.get(new Key(caller.tenant(), id), () -> store.find(id));
    }

    @Override
    public List<Seller> list() {
        String only = callers.current().seller();
        return only == null ? store.list() : find(only).stream().toList();
    }

    @Override
    public Page<Seller> list(PageRequest request) {
        Caller caller = callers.current();
        String list = "sellers|" + caller.tenant() + '|' + caller.seller();
        String after = request.cursor() == null ? null : Cursors.position(list, request.cursor());
        if (caller.seller() != null) {
            return new Page<>(list(), null);
        }
        List<Seller> found = store.list(after, request.limit() + 1);
        if (found.size() <= request.limit()) {
            return new Page<>(found, null);
        }
        List<Seller> items = found.subList(0, request.limit());
        return new Page<>(items, Cursors.of(list, items.get(items.size() - 1).id()));
    }

    @Override
    public Seller create(Seller seller) {
        if (callers.current().seller() != null) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, "seller-confined", "a caller confined to one seller adds no other");
        }
        Seller checked = check(seller);
        return unit.call(() -> {
            store.add(checked);
            return changed(checked);
        });
    }

    @Override
    public Seller change(String id, ZoneId zone, String supportEmail, Locale locale) {
        if (find(id).isEmpty()) {
            throw Problem.notFound("seller", id);
        }
        return unit.call(() -> {
            Seller before = store.find(id).orElseThrow(() -> Problem.notFound("seller", id));
            Seller after = check(new Seller(id, before.name(), before.email(), supportEmail, zone, locale));
            if (!after.equals(before)) {
                store.change(before, after);
            }
            return changed(after);
        });
    }

    private Seller changed(Seller seller) {
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
