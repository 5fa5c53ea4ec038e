package org.bottega.core.module;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.platform.Modules;
import org.bottega.api.platform.Tenants;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.core.module.ModuleRows.State;
import org.bottega.core.module.ModuleStates.Stored;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Which modules are deployed here, and which are on for whom. */
@Component
public final class ModuleService implements Modules {

    /** The platform itself, which owns listeners and due work as modules do, is on for everybody. */
    private static final String PLATFORM = "core";

    private final ModuleStates states;
    private final Deployed deployed;
    private final ModuleSwitch toggle;
    private final Tenants tenants;
    private final Callers callers;

    @Activate
    public ModuleService(
            @Reference ModuleStates states,
            @Reference Deployed deployed,
            @Reference ModuleSwitch toggle,
            @Reference Tenants tenants,
            @Reference Callers callers) {
        this.states = states;
        this.deployed = deployed;
        this.toggle = toggle;
        this.tenants = tenants;
        this.callers = callers;
    }

    @Override
    public boolean isOn(String tenant, String module) {
        return PLATFORM.equals(module) || states.on(tenant).contains(module);
    }

    @Override
    public boolean runs(String tenant, String module) {
        return isOn(tenant, module) && !tenants.suspended().contains(tenant);
    }

    @Override
    public List<Status> list() {
        String tenant = callers.find().map(Caller::tenant).orElse(null);
        Stored known = tenant == null ? Stored.NOTHING : states.stored(tenant);
        Map<String, State> stored = new TreeMap<>();
        known.states().forEach(state -> stored.put(state.id(), state));
        Map<String, String> failures = deployed.failures();
        Set<String> ids = new TreeSet<>(deployed.ids());
        stored.values().stream().filter(State::on).forEach(state -> ids.add(state.id()));
        ids.addAll(failures.keySet());
        ids.remove(PLATFORM);
        return ids.stream()
                .map(id -> status(id, stored.get(id), known.allowed().contains(id), failures.get(id)))
                .toList();
    }

    private Status status(String id, State state, boolean allowed, String failure) {
        ModuleInfo info = deployed.find(id).map(BusinessModule::info).orElse(null);
        boolean on = state != null && state.on();
        if (info != null) {
            return new Status(id, info.title(), info.version(), true, on, allowed, info.requires(), failure);
        }
        return new Status(id, id, null, false, on, allowed, state == null ? Set.of() : state.requires(), failure);
    }

    @Override
    public Set<String> permissions() {
        return deployed.permissions(ModuleInfo::permissions);
    }

    @Override
    public Set<String> buyerPermissions() {
        return deployed.permissions(ModuleInfo::buyerPermissions);
    }

    @Override
    public void enable(String module) {
        toggle.enable(module);
    }

    @Override
    public void disable(String module) {
        toggle.disable(module);
    }
}
