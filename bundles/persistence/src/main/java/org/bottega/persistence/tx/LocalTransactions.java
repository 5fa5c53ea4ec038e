package org.bottega.persistence.tx;

import javax.sql.DataSource;
import javax.transaction.Status;
import javax.transaction.Transaction;
import javax.transaction.TransactionManager;
import org.apache.openjpa.ee.ManagedRuntime;

/** The transactions of all threads, and OpenJPA's view of them. Only {@link UnitOfWorkImpl} begins and ends one. */
public final class LocalTransactions implements TransactionManager, ManagedRuntime {

    private final DataSource pool;
    private final Dialect dialect;
    private final ThreadLocal<LocalTransaction> current = new ThreadLocal<>();

    public LocalTransactions(DataSource pool, Dialect dialect) {
        this.pool = pool;
        this.dialect = dialect;
    }

    public Dialect dialect() {
        return dialect;
    }

    /** The thread's open transaction, or null. */
    public LocalTransaction open() {
        return current.get();
    }

    /**
     * The thread's open transaction.
     *
     * @throws IllegalStateException when there is none
     */
    public LocalTransaction required() {
        LocalTransaction transaction = current.get();
        if (transaction == null) {
            throw new IllegalStateException("no unit of work is open");
        }
        return transaction;
    }

    LocalTransaction begin(String tenant) {
        if (current.get() != null) {
            throw new IllegalStateException("a transaction is open already");
        }
        LocalTransaction transaction = new LocalTransaction(pool, dialect, tenant);
        current.set(transaction);
        return transaction;
    }

    /** Takes the ended transaction from the thread, so that what runs after it finds none. */
    void forget() {
        current.remove();
    }

    @Override
    public Transaction getTransaction() {
        return current.get();
    }

    @Override
    public int getStatus() {
        LocalTransaction transaction = current.get();
        return transaction == null ? Status.STATUS_NO_TRANSACTION : transaction.getStatus();
    }

    @Override
    public Transaction suspend() {
        LocalTransaction transaction = current.get();
        current.remove();
        return transaction;
    }

    @Override
    public void resume(Transaction transaction) {
        if (current.get() != null) {
            throw new IllegalStateException("a transaction is open already");
        }
        if (transaction != null) {
            current.set((LocalTransaction) transaction);
        }
    }

    @Override
    public void setRollbackOnly() {
        required().setRollbackOnly();
    }

    @Override
    public void begin() {
        throw new UnsupportedOperationException("the unit of work begins");
    }

    @Override
    public void commit() {
        throw new UnsupportedOperationException("the unit of work commits");
    }

    @Override
    public void rollback() {
        throw new UnsupportedOperationException("the unit of work rolls back");
    }

    @Override
    public void setTransactionTimeout(int seconds) {
        throw new UnsupportedOperationException("statements have time limits, transactions have none");
    }

    @Override
    public TransactionManager getTransactionManager() {
        return this;
    }

    @Override
    public void setRollbackOnly(Throwable cause) {
        required().fail(cause);
    }

    @Override
    public Throwable getRollbackCause() {
        return required().cause();
    }

    @Override
    public Object getTransactionKey() {
        return current.get();
    }

    @Override
    public void doNonTransactionalWork(Runnable work) {
        Transaction suspended = suspend();
        try {
            work.run();
        } finally {
            resume(suspended);
        }
    }
}
