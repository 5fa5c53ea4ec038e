package org.bottega.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;

/** The current row of a result set. */
final class ResultRow implements Row {

    private final ResultSet result;

    ResultRow(ResultSet result) {
        this.result = result;
    }

    @FunctionalInterface
    private interface Read<T> {
        T from(ResultSet result) throws SQLException;
    }

    private <T> T read(Read<T> read) {
        try {
            return read.from(result);
        } catch (SQLException e) {
            throw new DatabaseFailure("reading a column", e);
        }
    }

    @Override
    public String string(int column) {
        return read(r -> r.getString(column));
    }

    @Override
    public long number(int column) {
        return read(r -> r.getLong(column));
    }

    @Override
    public boolean flag(int column) {
        return read(r -> r.getBoolean(column));
    }

    @Override
    public Instant instant(int column) {
        return read(r -> {
            Timestamp value = r.getTimestamp(column, Sql.utc());
            return value == null ? null : value.toInstant();
        });
    }

    @Override
    public byte[] bytes(int column) {
        return read(r -> r.getBytes(column));
    }
}
