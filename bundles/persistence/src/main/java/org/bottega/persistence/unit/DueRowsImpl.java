package org.bottega.persistence.unit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import javax.sql.DataSource;
import org.bottega.persistence.DueRows;
import org.bottega.persistence.guard.Tables;
import org.bottega.persistence.tx.LocalTransaction;
import org.bottega.persistence.tx.LocalTransactions;

/** Looks for due rows on connections of its own, so that it waits for nobody's locks and holds none. */
final class DueRowsImpl implements DueRows {
    private static final int LONGEST_ERROR = 500;

    private final DataSource pool;
    private final LocalTransactions transactions;
    private final Map<String, Tables> units;

    DueRowsImpl(DataSource pool, LocalTransactions transactions, Map<String, Tables> units) {
        this.pool = pool;
        this.transactions = transactions;
        this.units = units;
    }

    @Override
    public List<Due> find(String table, String laneColumn, Instant now, int limit, Set<String> skip) {
        List<String> skipped = List.copyOf(skip);
        String sql = "select tenant_id, id, " + (laneColumn == null ? "id" : name(laneColumn))
                + ", due_at, due_attempts from " + known(table) + " where due_at <= ?"
                + (skipped.isEmpty() ? "" : " and tenant_id not in (?" + ", ?".repeat(skipped.size() - 1) + ")")
                + " order by due_at fetch first " + limit + " rows only"
                + transactions.dialect().unlocked();
        return read(sql, statement -> {
            statement.setTimestamp(1, Timestamp.from(now), utc());
            for (int i = 0; i < skipped.size(); i++) {
                statement.setString(i + 2, skipped.get(i));
            }
            List<Due> due = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    due.add(new Due(
                            result.getString(1),
                            result.getString(2),
                            laneColumn == null ? null : result.getString(3),
                            result.getTimestamp(4, utc()).toInstant(),
                            result.getInt(5)));
                }
            }
            return due;
        });
    }

    @Override
    public Instant next(String table) {
        String sql = "select min(due_at) from " + known(table)
                + transactions.dialect().unlocked();
        return read(sql, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                Timestamp next = result.getTimestamp(1, utc());
                return next == null ? null : next.toInstant();
            }
        });
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private <T> T read(String sql, Use<T> use) {
        try (Connection connection = pool.getConnection()) {
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                return use.of(statement);
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void failed(String table, Due seen, Instant dueAt, String error) {
        String row = " where tenant_id = ? and id = ? and due_at is not null";
        change("update " + known(table) + " set due_attempts = ?, due_error = ?" + row, statement -> {
            statement.setInt(1, seen.attempts() + 1);
            statement.setString(2, shortened(error));
            statement.setString(3, tenant());
            statement.setString(4, seen.id());
        });
        if (dueAt == null) {
            change("update " + table + " set due_at = null" + row, statement -> {
                statement.setString(1, tenant());
                statement.setString(2, seen.id());
            });
        } else {
            change("update " + table + " set due_at = ?" + row + " and due_at = ?", statement -> {
                statement.setTimestamp(1, Timestamp.from(dueAt), utc());
                statement.setString(2, tenant());
                statement.setString(3, seen.id());
                statement.setTimestamp(4, Timestamp.from(seen.dueAt()), utc());
            });
        }
    }

    private static String shortened(String error) {
        return error == null || error.length() <= LONGEST_ERROR ? error : error.substring(0, LONGEST_ERROR);
    }

    @Override
    public void succeeded(String table, String id) {
        String sql = "update " + known(table)
                + " set due_attempts = 0, due_error = null where tenant_id = ? and id = ? and due_attempts <> 0";
        change(sql, statement -> {
            statement.setString(1, tenant());
            statement.setString(2, id);
        });
    }

    @FunctionalInterface
    private interface Bind {
        void to(PreparedStatement statement) throws SQLException;
    }

    private void change(String sql, Bind bind) {
        LocalTransaction transaction = transactions.required();
        try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
            bind.to(statement);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private String tenant() {
        String tenant = transactions.required().tenant();
        if (tenant == null) {
            throw new IllegalStateException("the caller belongs to no tenant");
        }
        return tenant;
    }

    private String known(String table) {
        if (units.values().stream().noneMatch(unit -> unit.tenantTables().contains(table))) {
            throw new IllegalArgumentException("no unit has a tenant table " + table);
        }
        return table;
    }

    private static String name(String column) {
        if (!column.matches("[a-z_]{1,30}")) {
            throw new IllegalArgumentException("column " + column);
        }
        return column;
    }

    private static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}
