package org.bottega.core.module;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bottega.api.Audit;
import org.bottega.api.Problem;
import org.bottega.api.platform.ModuleDesk;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.Impact;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.api.spi.PolicyType;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Plans, purges and allowances. */
@Component
public final class ModuleDeskService implements ModuleDesk {

    private final ModuleSwitch toggle;
    private final Deployed deployed;
    private final ModuleStates states;
    private final ModuleDataParts parts;
    private final Audit audit;

    @Activate
    public ModuleDeskService(
            @Reference ModuleSwitch toggle,
            @Reference Deployed deployed,
            @Reference ModuleStates states,
            @Reference ModuleDataParts parts,
            @Reference Audit audit) {
        this.toggle = toggle;
        this.deployed = deployed;
        this.states = states;
        this.parts = parts;
        this.audit = audit;
    }

    @Override
    public Plan plan(String id, Change change) {
        return states.read(stored -> plan(id, change, new Needs(deployed, stored)));
    }

    private Plan plan(String id, Change change, Needs needs) {
        if (!needs.isKnown(id) || change != Change.DISABLE && deployed.find(id).isEmpty()) {
            throw deployed.missing(id);
        }
        ModuleInfo info = deployed.find(id)
                .map(BusinessModule::info)
                .orElseGet(() -> new ModuleInfo(id, id, "", Set.of(), Set.of()));
        Set<String> policies = new TreeSet<>();
        info.policies().stream().map(PolicyType::id).forEach(policies::add);
        Problem refusal = refusal(info, change, needs);
        boolean on = needs.isOn(id);
        return new Plan(
                id,
                change,
                on,
                refusal == null ? null : refusal.code(),
                refusal == null ? null : refusal.getMessage(),
                change == Change.ENABLE ? needs.missing(info) : List.of(),
                change == Change.ENABLE ? List.of() : needs.requiredBy(id),
                change == Change.ENABLE && !on ? new TreeSet<>(info.permissions()) : Set.of(),
                change == Change.DISABLE && on ? new TreeSet<>(info.permissions()) : Set.of(),
                policies,
                impact(id, change));
    }

    private Problem refusal(ModuleInfo module, Change change, Needs needs) {
        try {
            switch (change) {
                case ENABLE -> {
                    if (!needs.isOn(module.id())) {
                        needs.checkMissing(module);
                        toggle.gate().checkEverywhere(module.id());
                    }
                }
                case DISABLE -> needs.checkRequiredBy(module.id());
                case PURGE -> needs.checkOff(module.id());
                default -> throw new IllegalArgumentException(change.name());
            }
            return null;
        } catch (Problem problem) {
            return problem;
        }
    }

    private List<Impact> impact(String id, Change change) {
        List<Impact> impact = new ArrayList<>();
        deployed.find(id).ifPresent(module -> impact.addAll(module.impact()));
        if (change != Change.ENABLE) {
            parts.all().forEach(part -> impact.add(new Impact(part.what(), part.count(id))));
        }
        impact.removeIf(line -> line.count() == 0);
        return impact;
    }

    @Override
    public void purge(String id) {
        toggle.gate().checkOperator();
        BusinessModule module = deployed.find(id).orElseThrow(() -> deployed.missing(id));
        toggle.change(needs -> {
            needs.checkOff(id);
            audit.record("module.purge", id, Map.of("removed", counts(impact(id, Change.PURGE))));
            module.purge();
            parts.all().forEach(part -> part.purge(id));
            states.forget(id);
        });
    }

    private static List<String> counts(List<Impact> impact) {
        return impact.stream().map(line -> line.count() + " " + line.what()).toList();
    }

    @Override
    public void allow(String id) {
        toggle.allow(id, true);
    }

    @Override
    public void deny(String id) {
        toggle.allow(id, false);
    }
}
