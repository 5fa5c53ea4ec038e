package org.bottega.persistence.tx;

import java.util.Objects;
import java.util.Optional;
import org.bottega.api.Caller;
import org.bottega.api.Callers;

/** The caller of each thread; it cannot change tenant while a transaction is open. */
public final class CallersImpl implements Callers {

    private final LocalTransactions transactions;
    private final ThreadLocal<Caller> current = new ThreadLocal<>();

    public CallersImpl(LocalTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Caller current() {
        Caller caller = current.get();
        if (caller == null) {
            throw new IllegalStateException("no caller is bound: this code runs outside an edge");
        }
        return caller;
    }

    @Override
    public Optional<Caller> find() {
        return Optional.ofNullable(current.get());
    }

    @Override
    public <T, E extends Exception> T as(Caller caller, Work<T, E> work) throws E {
        Objects.requireNonNull(caller, "caller");
        LocalTransaction open = transactions.open();
        if (open != null && !Objects.equals(open.tenant(), caller.tenant())) {
            throw new IllegalStateException(
                    "a unit of work of tenant " + open.tenant() + " is open; it cannot go on as " + caller.tenant());
        }
        Caller before = current.get();
        current.set(caller);
        try {
            return work.run();
        } finally {
            if (before == null) {
                current.remove();
            } else {
                current.set(before);
            }
        }
    }
}
