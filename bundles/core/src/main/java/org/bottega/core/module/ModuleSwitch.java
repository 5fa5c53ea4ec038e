package org.bottega.core.module;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bottega.api.Audit;
import org.bottega.api.Callers;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.core.module.ModuleRows.State;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Switches modules on and off: the stored state, the module's own data and the audit line in one unit of work. */
@Component(service = ModuleSwitch.class)
public final class ModuleSwitch {

    private final ModuleStates states;
    private final Deployed deployed;
    private final UnitOfWork unit;
    private final Callers callers;
    private final Audit audit;

    @Activate
    public ModuleSwitch(
            @Reference ModuleStates states,
            @Reference Deployed deployed,
            @Reference UnitOfWork unit,
            @Reference Callers callers,
            @Reference Audit audit) {
        this.states = states;
        this.deployed = deployed;
        this.unit = unit;
        this.callers = callers;
        this.audit = audit;
    }

    void enable(String id) {
        String tenant = callers.current().tenant();
        BusinessModule module = deployed.find(id).orElseThrow(() -> notDeployed(id));
        unit.run(() -> {
            lock(tenant);
            Set<String> on = on(states.list(tenant));
            if (on.contains(id)) {
                return;
            }
            checkRequired(module.info(), on);
            states.switchOn(tenant, module.info());
            audit.record("module.enable", id, Map.of("version", module.info().version()));
            module.enable();
        });
    }

    void disable(String id) {
        String tenant = callers.current().tenant();
        unit.run(() -> {
            lock(tenant);
            List<State> all = states.list(tenant);
            if (all.stream().noneMatch(state -> state.id().equals(id))
                    && deployed.find(id).isEmpty()) {
                throw notDeployed(id);
            }
            if (!on(all).contains(id)) {
                return;
            }
            checkNotRequired(id, all);
            states.switchOff(tenant, id);
            audit.record("module.disable", id, Map.of());
            deployed.find(id).ifPresent(BusinessModule::disable);
        });
    }

    private void lock(String tenant) {
        if (!unit.tryLock("core.modules." + tenant)) {
            throw Problem.conflict("modules-busy", "another module is being switched on or off; try again")
                    .retryAfter(1);
        }
    }

    private static Set<String> on(List<State> states) {
        return states.stream().filter(State::on).map(State::id).collect(Collectors.toSet());
    }

    private void checkRequired(ModuleInfo module, Set<String> on) {
        Set<String> seen = new HashSet<>(on);
        seen.add(module.id());
        List<String> missing = new ArrayList<>();
        collectMissing(module, seen, missing);
        if (!missing.isEmpty()) {
            throw Problem.conflict(
                            "module-requires",
                            "module " + module.id() + " requires " + String.join(", ", missing) + " to be on first"
                                    + (missing.size() > 1 ? ", in this order" : ""))
                    .with("missing", List.copyOf(missing));
        }
    }

    /** What is missing, also indirectly, each before what needs it. */
    private void collectMissing(ModuleInfo module, Set<String> seen, List<String> missing) {
        for (String required : new TreeSet<>(module.requires())) {
            if (seen.add(required)) {
                deployed.find(required).ifPresent(next -> collectMissing(next.info(), seen, missing));
                missing.add(required);
            }
        }
    }

    private void checkNotRequired(String id, List<State> all) {
        List<String> by = all.stream()
                .filter(State::on)
                .filter(state -> deployed.find(state.id())
                        .map(module -> module.info().requires())
                        .orElse(state.requires())
                        .contains(id))
                .map(State::id)
                .toList();
        if (!by.isEmpty()) {
            throw Problem.conflict(
                            "module-required",
                            "module " + id + " is required by " + String.join(", ", by) + ": switch that off first")
                    .with("by", by);
        }
    }

    private Problem notDeployed(String id) {
        return new Problem(
                Problem.Kind.NOT_FOUND,
                "module-not-deployed",
                "there is no module " + id + " here; deployed are: " + String.join(", ", deployed.ids()));
    }
}
