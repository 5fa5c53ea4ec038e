package org.bottega.core.module;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.bottega.api.Audit;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.api.UnitOfWork;
import org.bottega.api.spi.BusinessModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Switches modules on and off: the stored state, the module's own data and the audit line in one unit of work.
 */
@Component(service = ModuleSwitch.class)
public final class ModuleSwitch {

    private static final Logger LOG = LoggerFactory.getLogger(ModuleSwitch.class);

    private final ModuleStates states;
    private final Deployed deployed;
    private final UnitOfWork unit;
    private final ModuleGate gate;
    private final Audit audit;

    @Activate
    public ModuleSwitch(
            @Reference ModuleStates states,
            @Reference Deployed deployed,
            @Reference UnitOfWork unit,
            @Reference ModuleGate gate,
            @Reference Audit audit) {
        this.states = states;
        this.deployed = deployed;
        this.unit = unit;
        this.gate = gate;
        this.audit = audit;
    }

    ModuleGate gate() {
        return gate;
    }

    void enable(String id) {
        BusinessModule module = deployed.find(id).orElseThrow(() -> deployed.missing(id));
        try {
            change(needs -> {
                gate.checkAllowed(id);
                switchOn(module, needs);
            });
        } catch (Problem problem) {
            throw problem;
        } catch (RuntimeException | LinkageError e) {
            throw failed(id, e);
        }
    }

    private void switchOn(BusinessModule module, Needs needs) {
        String id = module.info().id();
        if (!needs.isOn(id)) {
            needs.checkMissing(module.info());
            gate.checkEverywhere(id);
            String tenant = gate.tenant();
            states.enabling(tenant, id, module::enable);
            states.switchOn(tenant, module.info());
            audit.record("module.enable", id, Map.of("version", module.info().version()));
        }
    }

    /** The cause is for the operator, who can do something about it; the tenant is told that nothing has changed. */
    private Problem failed(String id, Throwable cause) {
        Caller caller = gate.caller();
        LOG.error("Module {} could not prepare itself for {}", id, caller.tenant(), cause);
        String why = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
        Map<String, Object> details = new TreeMap<>(Map.of("cause", why));
        unit.run(() -> audit.record("module.enable-failed", id, details));
        Problem problem = new Problem(
                Problem.Kind.UNPROCESSABLE,
                "module-enable-failed",
                "module " + id + " could not prepare itself, nothing is changed"
                        + (caller.kind() == Caller.Kind.OPERATOR ? ": " + why : ""));
        problem.initCause(cause);
        return problem;
    }

    void disable(String id) {
        change(needs -> {
            gate.checkAllowed(id);
            if (!needs.isKnown(id)) {
                throw deployed.missing(id);
            }
            if (needs.isOn(id)) {
                needs.checkRequiredBy(id);
                states.switchOff(gate.tenant(), id);
                audit.record("module.disable", id, Map.of());
                deployed.find(id).ifPresent(BusinessModule::disable);
            }
        });
    }

    /** Runs {@code work} while nobody else switches modules of the tenant. */
    void change(Consumer<Needs> work) {
        String tenant = gate.tenant();
        unit.run(() -> {
            if (!unit.tryLock("core.modules." + tenant)) {
                throw Problem.conflict("modules-busy", "another module is being switched on or off; try again")
                        .retryAfter(1);
            }
            work.accept(new Needs(deployed, states.list(tenant)));
        });
    }

    /** Lets the tenant's administrators switch the module, or takes that back. */
    void allow(String id, boolean allowed) {
        gate.checkOperator();
        change(needs -> {
            if (allowed && !needs.isKnown(id)) {
                throw deployed.missing(id);
            }
            if (states.allow(id, allowed)) {
                audit.record(allowed ? "module.allow" : "module.deny", id, Map.of());
            }
        });
    }
}
