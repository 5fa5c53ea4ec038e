package org.bottega.core.tenant;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.bottega.api.Audit;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Tenants;
import org.bottega.core.base.Checks;
import org.bottega.core.base.Fresh;
import org.bottega.core.base.Inside;
import org.bottega.core.base.TenantKeys;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The marketplaces. Only the operator adds one; everybody else sees the own one only. */
@Component
public final class TenantService implements Tenants {

    private static final int REMEMBERED = 10_000;
    private static final int TITLE = 200;
    private static final int REASON = 500;
    private static final String SUSPENDED = "suspended";

    private final TenantRows rows;
    private final TenantKeys keys;
    private final Callers callers;
    private final Audit audit;
    private final Clock clock;
    private final Inside inside;
    private final Fresh<String, Tenant> known;
    private final Fresh<String, Set<String>> suspended;

    @Activate
    public TenantService(
            @Reference(target = "(unit=core)") Store store,
            @Reference UnitOfWork unit,
            @Reference Callers callers,
            @Reference Audit audit,
            @Reference(target = "(time=real)") Clock clock) {
        this.rows = new TenantRows(store);
        this.keys = new TenantKeys(store, clock);
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
        this.inside = new Inside(callers, unit);
        this.known = new Fresh<>(unit, REMEMBERED);
        this.suspended = new Fresh<>(unit, 1);
    }

    @Override
    public Optional<Tenant> find(String id) {
        return id == null ? Optional.empty() : known.get(id, () -> inside.platform(() -> rows.find(id)));
    }

    @Override
    public List<Tenant> list() {
        Optional<Caller> other = callers.find().filter(caller -> caller.kind() != Caller.Kind.OPERATOR);
        return other.isPresent() ? find(other.get().tenant()).stream().toList() : inside.platform(rows::list);
    }

    @Override
    public Tenant create(Tenant tenant) {
        Caller caller = operator();
        Tenant checked = check(tenant);
        return inside.as(Caller.operator(checked.id(), caller.id()), () -> add(checked));
    }

    @Override
    public Tenant suspend(String id, String reason) {
        String why = Checks.text("reason", reason, REASON);
        return change(id, "tenant.suspend", before -> before.suspendedAt() == null, clock.instant(), why);
    }

    @Override
    public Tenant resume(String id) {
        return change(id, "tenant.resume", before -> before.suspendedAt() != null, null, null);
    }

    private Tenant change(String id, String action, Predicate<Tenant> needed, Instant since, String why) {
        Caller inside = Caller.operator(id, operator().id());
        Tenant before = find(id).orElseThrow(() -> Problem.notFound("tenant", id));
        return this.inside.as(inside, () -> {
            if (rows.isErasing(id)) {
                throw Problem.conflict("tenant-erasing", "the erasing of " + id + " has begun; it cannot come back");
            }
            if (needed.test(rows.find(id).orElse(before))) {
                rows.suspend(id, since, why);
                audit.record(action, id, why == null ? Map.of() : Map.of("reason", why));
                known.changed(id);
                suspended.changed(SUSPENDED);
            }
            return rows.find(id).orElseThrow();
        });
    }

    @Override
    public Optional<String> suspendedFor(String id) {
        operator();
        return inside.platform(() -> rows.suspendedFor(id));
    }

    @Override
    public Set<String> suspended() {
        return suspended
                .get(SUSPENDED, () -> Optional.of(inside.platform(rows::suspended)))
                .orElseThrow();
    }

    private Caller operator() {
        Caller caller = callers.current();
        if (caller.kind() != Caller.Kind.OPERATOR) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, "operator-only", "only the operator adds or suspends a marketplace");
        }
        return caller;
    }

    private Tenant add(Tenant tenant) {
        if (rows.find(tenant.id()).isPresent()) {
            throw Problem.conflict("tenant-exists", "there is a marketplace " + tenant.id() + " already");
        }
        rows.add(tenant);
        keys.create(TenantKeys.LINKS);
        audit.record(
                "tenant.create",
                tenant.id(),
                Map.of(
                        "title", tenant.title(),
                        "zone", tenant.zone().getId(),
                        "locale", tenant.locale().toLanguageTag(),
                        "sandbox", tenant.sandbox()));
        known.changed(tenant.id());
        return tenant;
    }

    private Tenant check(Tenant t) {
        return new Tenant(
                Checks.slug("id", t.id()),
                Checks.text("title", t.title(), TITLE),
                Checks.zone("zone", t.zone() == null ? null : t.zone().getId()),
                Checks.locale("locale", t.locale() == null ? null : t.locale().toLanguageTag()),
                clock.instant(),
                t.sandbox(),
                null);
    }
}
