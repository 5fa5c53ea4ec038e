package org.bottega.persistence.tx;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Locks by name, held to the end of a transaction. Derby is embedded in one process, so its locks live in memory; on
 * PostgreSQL they are advisory locks that all nodes see.
 */
final class NamedLocks {
    private static final String ADVISORY = "select pg_try_advisory_xact_lock(hashtextextended(?, 0))";

    private final Map<String, LocalTransaction> held = new ConcurrentHashMap<>();

    boolean tryLock(LocalTransaction transaction, Dialect dialect, String name) {
        return dialect == Dialect.DERBY ? inMemory(transaction, name) : advisory(transaction, name);
    }

    private boolean inMemory(LocalTransaction transaction, String name) {
        LocalTransaction holder = held.putIfAbsent(name, transaction);
        if (holder == null) {
            transaction.afterEnd(() -> held.remove(name, transaction));
        }
        return holder == null || holder == transaction;
    }

    private static boolean advisory(LocalTransaction transaction, String name) {
        try (var statement = transaction.connection().prepareStatement(ADVISORY)) {
            statement.setString(1, name);
            try (var result = statement.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("lock " + name, e);
        }
    }
}
