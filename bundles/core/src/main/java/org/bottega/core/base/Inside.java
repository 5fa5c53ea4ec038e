package org.bottega.core.base;

import java.util.function.Supplier;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.UnitOfWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Units of work for what the platform reads and writes on its own account, also where no caller is bound: the current
 * caller is kept when it belongs to the tenant, else the platform itself acts.
 */
@Component(service = Inside.class)
public final class Inside {

    private static final String ME = "platform";

    private final Callers callers;
    private final UnitOfWork unit;

    @Activate
    public Inside(@Reference Callers callers, @Reference UnitOfWork unit) {
        this.callers = callers;
        this.unit = unit;
    }

    /** Runs {@code work} in a unit of work of the tenant. */
    public <T> T tenant(String tenant, Supplier<T> work) {
        boolean bound =
                callers.find().filter(caller -> tenant.equals(caller.tenant())).isPresent();
        return bound ? unit.call(work) : as(Caller.system(tenant, ME, ME), work);
    }

    /** Runs {@code work} in a unit of work that needs no tenant's rows. */
    public <T> T platform(Supplier<T> work) {
        return callers.find().isPresent() ? unit.call(work) : as(Caller.operator(null, ME), work);
    }

    /** Runs {@code work} in a unit of work as {@code caller}. */
    public <T> T as(Caller caller, Supplier<T> work) {
        return callers.as(caller, () -> unit.call(work));
    }

    /** Id of the request that is being worked on. */
    public String request() {
        return callers.find().map(Caller::request).orElse(ME);
    }
}
