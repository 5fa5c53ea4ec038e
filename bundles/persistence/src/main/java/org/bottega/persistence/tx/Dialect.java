package org.bottega.persistence.tx;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Set;

/** What differs between the databases. */
public enum Dialect {
    DERBY(
            "values next value for %s",
            " with ur",
            Set.of("40001", "40XL1", "40XL2", "X0Y84"),
            Map.of("text", "CLOB", "bytes", "BLOB", "instant", "TIMESTAMP")),
    POSTGRESQL(
            "select nextval('%s')",
            "", Set.of("40001", "40P01"), Map.of("text", "TEXT", "bytes", "BYTEA", "instant", "TIMESTAMP(3)"));

    private static final String DUPLICATE = "23505";

    private final String nextValue;
    private final String unlocked;
    private final Set<String> deadlocks;
    private final Map<String, String> placeholders;

    Dialect(String nextValue, String unlocked, Set<String> deadlocks, Map<String, String> placeholders) {
        this.nextValue = nextValue;
        this.unlocked = unlocked;
        this.deadlocks = deadlocks;
        this.placeholders = placeholders;
    }

    /** The dialect of a live connection. */
    public static Dialect of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "Apache Derby" -> DERBY;
            case "PostgreSQL" -> POSTGRESQL;
            default -> throw new SQLException("Bottega runs on Apache Derby and PostgreSQL, not on " + product);
        };
    }

    /** SQL that draws the next number of a sequence. */
    public String nextValue(String sequence) {
        return nextValue.formatted(sequence);
    }

    /** Suffix of a query that must not wait for other transactions' locks. */
    public String unlocked() {
        return unlocked;
    }

    /** Column types that migrations write as placeholders. */
    public Map<String, String> placeholders() {
        return placeholders;
    }

    /** Whether running the same work again may succeed: a deadlock, a serialization failure, a lost race for a unique key or a sequence. */
    boolean worthAnotherTry(SQLException failure) {
        return failure.getSQLState() != null && deadlocks.contains(failure.getSQLState()) || isDuplicate(failure);
    }

    static boolean isDuplicate(SQLException failure) {
        return DUPLICATE.equals(failure.getSQLState());
    }
}
