package org.bottega.persistence.unit;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.bottega.persistence.guard.GuardedConnections;
import org.bottega.persistence.tx.LocalTransaction;
import org.bottega.persistence.tx.LocalTransactions;

/** What one unit sees of the database: the open transaction's connection, guarded. */
final class UnitSource implements DataSource {

    private final DataSource pool;
    private final LocalTransactions transactions;
    private final GuardedConnections guarded;

    UnitSource(DataSource pool, LocalTransactions transactions, GuardedConnections guarded) {
        this.pool = pool;
        this.transactions = transactions;
        this.guarded = guarded;
    }

    @Override
    public Connection getConnection() throws SQLException {
        LocalTransaction transaction = transactions.open();
        return transaction == null
                ? guarded.own(pool.getConnection())
                : guarded.wrap(transaction.connection(), transaction.tenant());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the credentials are the platform's");
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        throw new SQLFeatureNotSupportedException("logging goes through slf4j");
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException("the pool has its own time limits");
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException("logging goes through slf4j");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("the guard is not taken off");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
