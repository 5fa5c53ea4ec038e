package org.bottega.core.module;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.bottega.api.Problem;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.HealthCheck;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.api.spi.PolicyType;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The modules that run on this node, as their services come and go, and what keeps others from running. While a bundle is
 * being replaced two may offer the same module for a moment; the newest counts.
 */
@Component(
        service = {Deployed.class, HealthCheck.class},
        property = "ready:Boolean=false")
public final class Deployed implements HealthCheck {

    /** Checks of stores are named by this prefix and the module's id. */
    private static final String UNIT = "unit:";

    private static final String RESERVED = "its id is kept for the platform's own operations; give it another";

    private static final Logger LOG = LoggerFactory.getLogger(Deployed.class);

    private final List<BusinessModule> modules = new CopyOnWriteArrayList<>();
    private final List<BusinessModule> refused = new CopyOnWriteArrayList<>();
    private final List<HealthCheck> stores = new CopyOnWriteArrayList<>();
    private final List<Faults> faults = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addModule(BusinessModule module) {
        if (ModuleInfo.RESERVED.contains(module.info().id())) {
            LOG.error("Module {} is NOT deployed: {}", module.info().id(), RESERVED);
            refused.add(module);
        } else {
            modules.add(0, module);
        }
    }

    public void removeModule(BusinessModule module) {
        modules.remove(module);
        refused.remove(module);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC, target = "(unit=*)")
    public void addStore(HealthCheck check) {
        stores.add(check);
    }

    public void removeStore(HealthCheck check) {
        stores.remove(check);
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addFaults(Faults found) {
        faults.add(found);
    }

    public void removeFaults(Faults found) {
        faults.remove(found);
    }

    /** The module, or empty when it is not deployed here. */
    public Optional<BusinessModule> find(String id) {
        return modules.stream().filter(module -> module.info().id().equals(id)).findFirst();
    }

    /** All that are deployed here, in the order of their ids. */
    public List<BusinessModule> all() {
        return ids().stream().flatMap(id -> find(id).stream()).toList();
    }

    /** The refusal when it is not. */
    Problem missing(String id) {
        return new Problem(
                Problem.Kind.NOT_FOUND,
                "module-not-deployed",
                "there is no module " + id + " here; deployed are: " + String.join(", ", ids()));
    }

    /** Ids of all that are deployed. */
    Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        modules.forEach(module -> ids.add(module.info().id()));
        return ids;
    }

    /** Versions of all that are deployed and run, by id. */
    public Map<String, String> running() {
        Map<String, String> versions = new TreeMap<>();
        ids().forEach(id ->
                find(id).ifPresent(module -> versions.put(id, module.info().version())));
        versions.keySet().removeAll(failures().keySet());
        return versions;
    }

    /** Permissions of all that are deployed, and of the platform itself. */
    Set<String> permissions(Function<ModuleInfo, Set<String>> which) {
        Set<String> permissions = new TreeSet<>(which.apply(PlatformInfo.INFO));
        ids().forEach(id -> find(id).ifPresent(module -> permissions.addAll(which.apply(module.info()))));
        return permissions;
    }

    /** The settings that the platform and the modules deployed here have, by id. */
    public Map<String, PolicyType<?>> policies() {
        Map<String, PolicyType<?>> policies = new TreeMap<>();
        PlatformInfo.INFO.policies().forEach(policy -> policies.put(policy.id(), policy));
        ids().forEach(id -> find(id).ifPresent(
                        module -> module.info().policies().forEach(policy -> policies.put(policy.id(), policy))));
        return policies;
    }

    /** Why modules do not run, by their ids. */
    public Map<String, String> failures() {
        Map<String, String> failures = new TreeMap<>();
        refused.forEach(module -> failures.put(module.info().id(), RESERVED));
        for (HealthCheck check : stores) {
            if (check.name().startsWith(UNIT)) {
                check.failure().ifPresent(text -> failures.put(check.name().substring(UNIT.length()), text));
            }
        }
        faults.forEach(found -> found.byModule(ids()).forEach(failures::putIfAbsent));
        return failures;
    }

    @Override
    public String name() {
        return "modules";
    }

    @Override
    public Optional<String> failure() {
        return told(failures());
    }

    /** Failures in one line, or empty when there are none. */
    public static Optional<String> told(Map<String, String> failures) {
        return failures.entrySet().stream()
                .map(failure -> failure.getKey() + ": " + failure.getValue())
                .reduce((before, next) -> before + "; " + next);
    }
}
