package org.bottega.persistence.tx;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.transaction.Status;
import org.bottega.api.Callers;
import org.bottega.api.UnitOfWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Begins, joins, repeats and ends transactions. */
public final class UnitOfWorkImpl implements UnitOfWork {
    private static final Logger LOG = LoggerFactory.getLogger(UnitOfWorkImpl.class);
    private static final int TRIES = 4;

    /** Who has waited so long already, for a lock that is not given, is not made to wait as long again. */
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(4);

    private final LocalTransactions transactions;
    private final Callers callers;
    private final NamedLocks locks;

    public UnitOfWorkImpl(LocalTransactions transactions, Callers callers) {
        this.transactions = transactions;
        this.callers = callers;
        this.locks = new NamedLocks();
    }

    @Override
    public <T> T call(Supplier<T> work) {
        LocalTransaction open = transactions.open();
        if (open != null) {
            return join(open, work);
        }
        String tenant = callers.current().tenant();
        long start = System.nanoTime();
        for (int attempt = 1; ; attempt++) {
            Attempt<T> result = attempt(tenant, work);
            if (result.failure == null) {
                return result.value;
            }
            boolean inVain = System.nanoTime() - start > PATIENCE && Failures.isInVain(result.failure);
            if (attempt == TRIES || !result.repeatable || inVain) {
                throw Failures.translate(result.failure, result.atCommit);
            }
            LOG.debug("Unit of work is run again after {}", result.failure.toString());
        }
    }

    private record Attempt<T>(T value, Throwable failure, boolean repeatable, boolean atCommit) {}

    private static <T> T join(LocalTransaction open, Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            open.fail(e);
            throw e;
        }
    }

    private <T> Attempt<T> attempt(String tenant, Supplier<T> work) {
        LocalTransaction transaction = transactions.begin(tenant);
        T value = null;
        Throwable thrown = null;
        LocalTransaction.Failure failure = null;
        try {
            value = work.get();
        } catch (RuntimeException | Error e) {
            thrown = e;
        }
        try {
            boolean markedBefore = transaction.getStatus() == Status.STATUS_MARKED_ROLLBACK;
            failure = transaction.end(thrown == null);
            if (thrown == null && markedBefore && failure != null) {
                thrown = transaction.cause() == null
                        ? new IllegalStateException("the unit of work was marked to be rolled back")
                        : transaction.cause();
            }
        } finally {
            transactions.forget();
            transaction.release();
        }
        if (thrown != null) {
            return new Attempt<>(null, thrown, Failures.repeatable(thrown, transactions.dialect()), false);
        }
        if (failure != null) {
            boolean repeatable = Failures.repeatable(failure.cause(), transactions.dialect());
            return new Attempt<>(null, failure.cause(), repeatable, failure.atCommit());
        }
        return new Attempt<>(value, null, false, false);
    }

    @Override
    public boolean isOpen() {
        return transactions.open() != null;
    }

    @Override
    public void afterCommit(Runnable action) {
        transactions.required().afterCommit(action);
    }

    @Override
    public boolean tryLock(String name) {
        return locks.tryLock(transactions.required(), transactions.dialect(), name);
    }
}
