package org.bottega.persistence;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.TimeZone;
import org.bottega.persistence.tx.LocalTransaction;
import org.bottega.persistence.unit.Database.OpenUnit;

/** Runs plain SQL of one unit on the open transaction's guarded connection. */
final class Sql {

    private final OpenUnit unit;

    Sql(OpenUnit unit) {
        this.unit = unit;
    }

    <T> List<T> query(String sql, Row.Mapper<T> mapper, Object... args) {
        return run(sql, statement -> {
            bind(statement, args);
            List<T> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                ResultRow row = new ResultRow(result);
                while (result.next()) {
                    rows.add(mapper.map(row));
                }
            }
            return rows;
        });
    }

    int update(String sql, Object... args) {
        return run(sql, statement -> {
            bind(statement, args);
            return statement.executeUpdate();
        });
    }

    int[] batch(String sql, List<Object[]> rows) {
        return run(sql, statement -> {
            for (Object[] args : rows) {
                bind(statement, args);
                statement.addBatch();
            }
            return statement.executeBatch();
        });
    }

    long next(String sequence) {
        if (!sequence.startsWith(unit.name() + "_") || !sequence.matches("[a-z0-9_]+")) {
            throw new IllegalArgumentException("sequence " + sequence + " of unit " + unit.name());
        }
        LocalTransaction transaction = unit.transactions().required();
        String sql = unit.transactions().dialect().nextValue(sequence);
        try (PreparedStatement statement = transaction.connection().prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new DatabaseFailure(sql, e);
        }
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private <T> T run(String sql, Use<T> use) {
        unit.transactions().required();
        unit.entities().flushPending();
        try (Connection connection = unit.source().getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            return use.of(statement);
        } catch (SQLException e) {
            throw new DatabaseFailure(sql, e);
        }
    }

    private static void bind(PreparedStatement statement, Object... args) throws SQLException {
        for (int i = 0; i < args.length; i++) {
            bind(statement, i + 1, args[i]);
        }
    }

    private static void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value == null) {
            statement.setObject(index, null);
        } else if (value instanceof String s) {
            statement.setString(index, s);
        } else if (value instanceof Long n) {
            statement.setLong(index, n);
        } else if (value instanceof Integer n) {
            statement.setInt(index, n);
        } else if (value instanceof Boolean b) {
            statement.setBoolean(index, b);
        } else if (value instanceof Instant at) {
            statement.setTimestamp(index, Timestamp.from(at), utc());
        } else if (value instanceof byte[] bytes) {
            statement.setBytes(index, bytes);
        } else {
            throw new IllegalArgumentException("cannot be bound: " + value.getClass());
        }
    }

    static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}
