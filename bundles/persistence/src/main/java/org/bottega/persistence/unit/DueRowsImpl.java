package org.bottega.persistence.unit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
import org.bottega.persistence.tx.LocalTransactions;

/** Looks for due rows on connections of its own, so that it waits for nobody's locks and holds none. */
final class DueRowsImpl implements DueRows {
    static final String PARKED = "due_at is null and due_attempts > 0";
    private static final String NONE = "cast(null as varchar(1))";

    private final DataSource pool;
    private final LocalTransactions transactions;
    private final Map<String, Tables> units;
    private final Set<String> lanes;
    private final String sweeper;
    private final DueChanges changes;

    /**
     * Reads as the role {@code sweeper}, or as who it is when that is null.
     *
     * @param lanes what else may be read across tenants, as {@code table.column}
     */
    DueRowsImpl(
            DataSource pool,
            LocalTransactions transactions,
            Map<String, Tables> units,
            Set<String> lanes,
            String sweeper) {
        this.pool = pool;
        this.transactions = transactions;
        this.units = units;
        this.lanes = lanes;
        this.sweeper = sweeper;
        this.changes = new DueChanges(transactions);
    }

    @Override
    public List<Due> find(String table, String laneColumn, Instant now, int limit, Set<String> skip) {
        List<String> skipped = List.copyOf(skip);
        String lane = laneColumn == null ? NONE : lane(table, laneColumn);
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
    public Map<String, Long> countParked(String table, int most) {
        String sql = "select tenant_id from " + known(table) + " where " + PARKED + " fetch first " + most
                + " rows only" + transactions.dialect().unlocked();
        return read(sql, statement -> {
            Map<String, Long> parked = new HashMap<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    parked.merge(result.getString(1), 1L, Long::sum);
                }
            }
            return parked;
        });
    }

    @FunctionalInterface
    interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    private <T> T read(String sql, Use<T> use) {
        try (Connection connection = pool.getConnection()) {
            try {
                takeRole(connection);
                try (PreparedStatement statement = connection.prepareStatement(sql)) {
                    return use.of(statement);
                }
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Until the transaction ends. */
    private void takeRole(Connection connection) throws SQLException {
        if (sweeper != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set local role " + sweeper);
            }
        }
    }

    @Override
    public List<Parked> parked(String table, int most) {
        return changes.parked(known(table), most);
    }

    @Override
    public int retry(String table, String id, Instant dueAt) {
        return changes.retry(known(table), id, dueAt);
    }

    @Override
    public void failed(String table, Due seen, Instant dueAt, String error) {
        changes.failed(known(table), seen, dueAt, error);
    }

    @Override
    public void succeeded(String table, String id) {
        changes.succeeded(known(table), id);
    }

    private String known(String table) {
        if (units.values().stream().noneMatch(unit -> unit.tenantTables().contains(table))) {
            throw new IllegalArgumentException("no unit has a tenant table " + table);
        }
        return table;
    }

    private String lane(String table, String column) {
        if (!lanes.contains(table + "." + column)) {
            throw new IllegalArgumentException("no unit declares the lane " + table + "." + column);
        }
        return column;
    }

    static Calendar utc() {
        return Calendar.getInstance(TimeZone.getTimeZone("UTC"));
    }
}
