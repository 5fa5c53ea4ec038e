package org.bottega.core.module;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bottega.api.Callers;
import org.bottega.api.UnitOfWork;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.core.base.Fresh;
import org.bottega.core.base.Inside;
import org.bottega.core.module.ModuleRows.State;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is stored about modules and tenants, with the answer to "is it on?" in memory. */
@Component(service = ModuleStates.class)
public final class ModuleStates {

    private static final int REMEMBERED = 10_000;

    /** Longer than any unit of work, and than any node remembers who has what on. */
    private static final Duration SETTLE = Duration.ofMinutes(1);

    private record Enabling(String tenant, String module) {}

    private final ThreadLocal<Enabling> enabling = new ThreadLocal<>();
    private final ModuleRows rows;
    private final Callers callers;
    private final Clock clock;
    private final Inside inside;
    private final Fresh<String, Set<String>> on;

    @Activate
    public ModuleStates(
            @Reference(target = "(unit=core)") Store store,
            @Reference UnitOfWork unit,
            @Reference Callers callers,
            @Reference(target = "(time=real)") Clock clock) {
        this.rows = new ModuleRows(store);
        this.callers = callers;
        this.clock = clock;
        this.inside = new Inside(callers, unit);
        this.on = new Fresh<>(unit, REMEMBERED);
    }

    /** Ids of the modules that the tenant has on. */
    Set<String> on(String tenant) {
        Set<String> known = on.get(tenant, () -> Optional.of(inside.tenant(tenant, this::readOn)))
                .orElseThrow();
        Enabling mine = enabling.get();
        if (mine == null || !mine.tenant().equals(tenant)) {
            return known;
        }
        Set<String> with = new HashSet<>(known);
        with.add(mine.module());
        return with;
    }

    /**
     * Runs {@code work} on this thread as if the module were on already. It is written only when the work is done: others
     * ask for the row at every request, and on Derby they would wait for it meanwhile.
     */
    void enabling(String tenant, String module, Runnable work) {
        Enabling before = enabling.get();
        enabling.set(new Enabling(tenant, module));
        try {
            work.run();
        } finally {
            if (before == null) {
                enabling.remove();
            } else {
                enabling.set(before);
            }
        }
    }

    private Set<String> readOn() {
        return rows.list().stream().filter(State::on).map(State::id).collect(Collectors.toUnmodifiableSet());
    }

    /** All that is stored for the tenant, ordered by id. */
    List<State> list(String tenant) {
        return inside.tenant(tenant, rows::list);
    }

    /** Reads with all that is stored for the current tenant, in one unit of work. */
    <T> T read(Function<List<State>, T> reader) {
        return inside.tenant(callers.current().tenant(), () -> reader.apply(rows.list()));
    }

    /**
     * All that is stored for a tenant about modules.
     *
     * @param states ordered by id
     * @param allowed ids of those that its own administrators may switch
     */
    record Stored(List<State> states, Set<String> allowed) {

        static final Stored NOTHING = new Stored(List.of(), Set.of());
    }

    /** All that is stored for the tenant, in one unit of work. */
    Stored stored(String tenant) {
        return inside.tenant(tenant, () -> new Stored(rows.list(), rows.allowed()));
    }

    /** Ids of the modules that the tenant's own administrators may switch. */
    Set<String> allowed(String tenant) {
        return inside.tenant(tenant, rows::allowed);
    }

    /** Returns whether that is a change. Needs an open unit of work, as all below do. */
    boolean allow(String module, boolean allowed) {
        if (rows.allowed().contains(module) == allowed) {
            return false;
        }
        if (allowed) {
            rows.allow(module, clock.instant(), callers.current().id());
        } else {
            rows.deny(module);
        }
        return true;
    }

    boolean isDue(String module) {
        return rows.isDue(module, clock.instant());
    }

    void settled(String module) {
        rows.due(module, null);
    }

    void settleLater(String module) {
        rows.due(module, clock.instant().plus(SETTLE));
    }

    void forget(String module) {
        rows.forget(module);
    }

    void switchOn(String tenant, ModuleInfo module) {
        rows.on(module, clock.instant());
        rows.due(module.id(), clock.instant().plus(SETTLE));
        on.changed(tenant);
    }

    void switchOff(String tenant, String module) {
        rows.off(module, clock.instant());
        on.changed(tenant);
    }
}
