package org.bottega.persistence.unit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HashMap;
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
    private static final String NONE = "cast(null as varchar(1))";

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
        String lane = laneColumn == null ? NONE : name(laneColumn);
        String which = skipped.isEmpty() ? "" : " and tenant_id not in (?" + ", ?".repeat(skipped.size() - 1) + ")";
        return find(select(table, lane) + which + first("due_at", limit), now, skipped);
    }

    @Override
    public List<Due> of(String table, String tenant, Instant now, int limit) {
        String sql = select(table, NONE) + " and tenant_id = ?" + first("due_at, id", limit);
        return find(sql, now, List.of(tenant));
    }

    private String select(String table, String lane) {
        return "select tenant_id, id, " + lane + ", due_at, due_attempts from " + known(table) + " where due_at <= ?";
    }

    private String first(String order, int limit) {
        return " order by " + order + " fetch first " + limit + " rows only"
                + transactions.dialect().unlocked();
    }

    private List<Due> find(String sql, Instant now, List<String> tenants) {
        return read(sql, statement -> {
            statement.setTimestamp(1, Timestamp.from(now), utc());
            for (int i = 0; i < tenants.size(); i++) {
                statement.setString(i + 2, tenants.get(i));
            }
            List<Due> due = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    due.add(new Due(
                            result.getString(1),
                            result.getString(2),
                            result.getString(3),
                            result.getTimestamp(4, utc()).toInstant(),
                            result.getInt(5)));
                }
            }
            return due;
        });
    }

    @Override
    public long count(String table, Instant now) {
        String sql = "select count(*) from " + known(table) + " where due_at <= ?"
                + transactions.dialect().unlocked();
        return read(sql, statement -> {
            statement.setTimestamp(1, Timestamp.from(now), utc());
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    @Override
    public Instant next(String table, String tenant) {
        String sql = "select min(due_at) from " + known(table) + (tenant == null ? "" : " where tenant_id = ?")
                + transactions.dialect().unlocked();
        return read(sql, statement -> {
            if (tenant != null) {
                statement.setString(1, tenant);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                Timestamp next = result.getTimestamp(1, utc());
                return next == null ? null : next.toInstant();
            }
        });
    }

    @Override
    public Map<String, Long> parked(String table) {
        String sql = "select tenant_id, count(*) from " + known(table)
                + " where due_at is null and due_error is not null group by tenant_id"
                + transactions.dialect().unlocked();
        return read(sql, statement -> {
            Map<String, Long> parked = new HashMap<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    parked.put(result.getString(1), result.getLong(2));
                }
            }
            return parked;
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
            statement.setString(2, error == null ? null : error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
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
