package org.bottega.persistence.tx;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import javax.transaction.Status;
import javax.transaction.Synchronization;
import javax.transaction.Transaction;
import javax.transaction.xa.XAResource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One transaction on one connection, shared by all units that take part. The connection is taken when first needed; on
 * PostgreSQL the tenant is bound to it before anything else, for row-level security.
 */
public final class LocalTransaction implements Transaction {
    private static final Logger LOG = LoggerFactory.getLogger(LocalTransaction.class);

    private final DataSource pool;
    private final Dialect dialect;
    private final String tenant;
    private final Map<Object, Object> resources = new HashMap<>();
    private final List<Synchronization> synchronizations = new ArrayList<>();
    private final List<Runnable> afterCommit = new ArrayList<>();
    private final List<Runnable> afterEnd = new ArrayList<>();
    private Connection connection;
    private int status = Status.STATUS_ACTIVE;
    private Throwable cause;

    LocalTransaction(DataSource pool, Dialect dialect, String tenant) {
        this.pool = pool;
        this.dialect = dialect;
        this.tenant = tenant;
    }

    /** Slug of the tenant this transaction was begun for; null for platform work. */
    public String tenant() {
        return tenant;
    }

    /** The one connection; never to be closed, committed or rolled back by who asks. */
    public Connection connection() throws SQLException {
        if (connection == null) {
            Connection fresh = pool.getConnection();
            try {
                fresh.setAutoCommit(false);
                if (dialect == Dialect.POSTGRESQL) {
                    bindTenant(fresh);
                }
            } catch (SQLException | RuntimeException e) {
                fresh.close();
                throw e;
            }
            connection = fresh;
        }
        return connection;
    }

    /** By a command, not by the function set_config: Citus hands only the former on to its workers. */
    private void bindTenant(Connection fresh) throws SQLException {
        try (var statement = fresh.createStatement()) {
            String value = tenant == null ? "" : tenant.replace("'", "''");
            statement.execute("set local app.tenant_id = '" + value + "'");
        }
    }

    /** Something that belongs to this transaction, such as a unit's entity manager. */
    public Object resource(Object name) {
        return resources.get(name);
    }

    public void resource(Object name, Object value) {
        resources.put(name, value);
    }

    void afterCommit(Runnable action) {
        afterCommit.add(action);
    }

    /** Runs whichever way the transaction ends. */
    public void afterEnd(Runnable action) {
        afterEnd.add(action);
    }

    void fail(Throwable why) {
        if (cause == null) {
            cause = why;
        }
        setRollbackOnly();
    }

    Throwable cause() {
        return cause;
    }

    /**
     * Flushes all units and commits, or rolls back.
     *
     * @return null when it has committed as asked, or why it has not
     */
    Failure end(boolean commit) {
        boolean committing = false;
        try {
            if (commit && status == Status.STATUS_ACTIVE) {
                for (int i = 0; i < synchronizations.size(); i++) {
                    synchronizations.get(i).beforeCompletion();
                }
            }
            if (commit && status == Status.STATUS_ACTIVE) {
                committing = true;
                if (connection != null) {
                    connection.commit();
                }
                status = Status.STATUS_COMMITTED;
            }
        } catch (SQLException | RuntimeException | Error e) {
            fail(e);
        }
        if (status != Status.STATUS_COMMITTED) {
            rollBackConnection();
        }
        return status == Status.STATUS_COMMITTED || !commit ? null : new Failure(cause, committing);
    }

    /** Why a commit did not succeed; when {@code atCommit}, the database itself may or may not have done it. */
    record Failure(Throwable cause, boolean atCommit) {}

    private void rollBackConnection() {
        try {
            if (connection != null) {
                connection.rollback();
            }
        } catch (SQLException e) {
            LOG.warn("Roll back failed; the connection is given up", e);
            if (cause == null) {
                cause = e;
            }
        }
        status = Status.STATUS_ROLLEDBACK;
    }

    /** Gives the connection back and tells everybody; then, after a commit, runs what was to follow it. */
    void release() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                LOG.warn("The connection could not be given back", e);
            }
        }
        synchronizations.forEach(s -> quietly(() -> s.afterCompletion(status)));
        afterEnd.forEach(LocalTransaction::quietly);
        if (status == Status.STATUS_COMMITTED) {
            afterCommit.forEach(LocalTransaction::quietly);
        }
    }

    private static void quietly(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("After the end of a transaction", e);
        }
    }

    @Override
    public void registerSynchronization(Synchronization synchronization) {
        synchronizations.add(synchronization);
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setRollbackOnly() {
        if (status == Status.STATUS_ACTIVE) {
            status = Status.STATUS_MARKED_ROLLBACK;
        }
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
    public boolean enlistResource(XAResource resource) {
        throw new UnsupportedOperationException("local transactions only");
    }

    @Override
    public boolean delistResource(XAResource resource, int flag) {
        return false;
    }
}
