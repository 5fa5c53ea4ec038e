package org.bottega.core.module;

import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may switch modules, and where they must run for that. */
@Component(service = ModuleGate.class)
public final class ModuleGate {

    private final ModuleStates states;
    private final Callers callers;
    private final Everywhere everywhere;

    @Activate
    public ModuleGate(@Reference ModuleStates states, @Reference Callers callers, @Reference Everywhere everywhere) {
        this.states = states;
        this.callers = callers;
        this.everywhere = everywhere;
    }

    Caller caller() {
        return callers.current();
    }

    String tenant() {
        return caller().tenant();
    }

    void checkOperator() {
        if (caller().kind() != Caller.Kind.OPERATOR) {
            throw new Problem(Problem.Kind.FORBIDDEN, "operator-only", "only the operator does that");
        }
    }

    /** Refuses unless the caller may switch this module. */
    void checkAllowed(String id) {
        Caller caller = caller();
        if (caller.seller() != null) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN, "seller-confined", "modules are switched by the marketplace's own people");
        }
        boolean free = caller.kind() == Caller.Kind.OPERATOR || caller.kind() == Caller.Kind.SYSTEM;
        if (!free && !states.allowed(caller.tenant()).contains(id)) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    "module-not-allowed",
                    "module " + id + " is switched by the operator of the platform; ask there");
        }
    }

    /** Refuses unless all live nodes run it. */
    void checkEverywhere(String id) {
        everywhere.check(id);
    }
}
