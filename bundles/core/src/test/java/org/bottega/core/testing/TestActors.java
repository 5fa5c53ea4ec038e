package org.bottega.core.testing;

import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.platform.Modules;

/** Runs work as somebody. */
public abstract class TestActors {

    /** Binds callers. */
    public abstract Callers callers();

    /** Says which permissions there are. */
    public abstract Modules modules();

    /** Runs as the operator inside a tenant, who may do everything. */
    public <T, E extends Exception> T as(String tenant, Callers.Work<T, E> work) throws E {
        return callers().as(Caller.operator(tenant, "test"), work);
    }

    /** {@link #as(String, Callers.Work)} without a result. */
    public void as(String tenant, Runnable work) {
        as(tenant, result(work));
    }

    /** Runs as somebody of one seller, with all permissions of the deployed modules. */
    public <T, E extends Exception> T asSeller(String tenant, String seller, Callers.Work<T, E> work) throws E {
        Caller caller = new Caller(
                tenant,
                Caller.Kind.STAFF,
                "staff-" + seller,
                seller,
                null,
                modules().permissions(),
                "test");
        return callers().as(caller, work);
    }

    /** {@link #asSeller(String, String, Callers.Work)} without a result. */
    public void asSeller(String tenant, String seller, Runnable work) {
        asSeller(tenant, seller, result(work));
    }

    /** Runs as a logged-in buyer with this address. */
    public <T, E extends Exception> T asBuyer(String tenant, String email, Callers.Work<T, E> work) throws E {
        Caller caller = Caller.buyer(tenant, "buyer-" + email, email, modules().buyerPermissions(), "test");
        return callers().as(caller, work);
    }

    private static Callers.Work<Void, RuntimeException> result(Runnable work) {
        return () -> {
            work.run();
            return null;
        };
    }
}
