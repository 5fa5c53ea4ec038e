package org.bottega.core.policy;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Policies;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.bottega.api.spi.PolicyType;
import org.bottega.core.base.Fresh;
import org.bottega.core.base.Inside;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What tenants have set, in memory as JSON; typed anew at each reading, so that nothing of a module is held here. */
@Component(service = {Policies.class, PolicyStates.class})
public final class PolicyStates implements Policies {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyStates.class);
    private static final int REMEMBERED = 50_000;
    private static final int WARNED = 1_000;
    private static final int WHO = 120;
    private static final String TENANT = "";

    private record Key(String tenant, String id, String product) {}

    private final PolicyRows rows;
    private final Callers callers;
    private final Clock clock;
    private final Inside inside;
    private final Fresh<Key, Stored> known;
    private final Cache<String, Boolean> warned =
            Caffeine.newBuilder().maximumSize(WARNED).build();

    @Activate
    public PolicyStates(
            @Reference(target = "(unit=core)") Store store,
            @Reference UnitOfWork unit,
            @Reference Callers callers,
            @Reference(target = "(time=real)") Clock clock) {
        this.rows = new PolicyRows(store);
        this.callers = callers;
        this.clock = clock;
        this.inside = new Inside(callers, unit);
        this.known = new Fresh<>(unit, REMEMBERED);
    }

    @Override
    public <P extends Record> P get(PolicyType<P> type) {
        return read(type.id(), type.defaults(), stored(type.id(), null));
    }

    @Override
    public <P extends Record> P get(PolicyType<P> type, String product) {
        P ofTenant = get(type);
        return product == null || !type.perProduct() ? ofTenant : read(type.id(), ofTenant, stored(type.id(), product));
    }

    /** What is set for the current tenant or one of its products. */
    Stored stored(String id, String product) {
        String tenant = callers.current().tenant();
        if (tenant == null) {
            return Stored.NOTHING;
        }
        String of = product == null ? TENANT : product;
        return known.get(
                        new Key(tenant, id, of),
                        () -> inside.tenant(tenant, () -> rows.find(id, of).or(() -> Optional.of(Stored.NOTHING))))
                .orElse(Stored.NOTHING);
    }

    /** Reads what is set, past the memory, and keeps others from changing it. Needs an open unit of work. */
    Stored lock(String id, String product) {
        String of = product == null ? TENANT : product;
        rows.lock(id, of);
        return rows.find(id, of).orElse(Stored.NOTHING);
    }

    /** Writes the next version; needs an open unit of work. */
    Stored save(String id, String product, Stored before, Map<String, JsonNode> values) {
        Caller caller = callers.current();
        String of = product == null ? TENANT : product;
        String who = caller.kind() + " " + caller.id();
        Stored now = new Stored(
                before.version() + 1, values, clock.instant(), who.length() <= WHO ? who : who.substring(0, WHO));
        rows.save(id, of, now);
        known.changed(new Key(caller.tenant(), id, of));
        return now;
    }

    /** Removes all that is set of a module's policies; needs an open unit of work. */
    void purge(String module) {
        String tenant = callers.current().tenant();
        rows.ofModule(module).forEach(of -> known.changed(new Key(tenant, of[0], of[1])));
        rows.purge(module);
    }

    PolicyRows rows() {
        return rows;
    }

    /** What no longer fits, after an update of the module perhaps, is left out and told once. */
    private <P extends Record> P read(String id, P base, Stored stored) {
        if (stored.values().isEmpty()) {
            return base;
        }
        try {
            return Records.with(base, stored.values());
        } catch (Problem problem) {
            String which = callers.current().tenant() + " " + id + " version " + stored.version();
            if (warned.asMap().putIfAbsent(which, true) == null) {
                LOG.warn("policy {}: what is set does not fit any more: {}", which, problem.getMessage());
            }
            return fitting(base, stored.values());
        }
    }

    private static <P extends Record> P fitting(P base, Map<String, JsonNode> values) {
        P fitting = base;
        for (Map.Entry<String, JsonNode> value : values.entrySet()) {
            try {
                fitting = Records.with(fitting, Map.of(value.getKey(), value.getValue()));
            } catch (Problem problem) {
                LOG.debug("left out: {}", value.getKey(), problem);
            }
        }
        return fitting;
    }
}
