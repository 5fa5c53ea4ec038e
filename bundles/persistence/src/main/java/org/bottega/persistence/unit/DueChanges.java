package org.bottega.persistence.unit;

import static org.bottega.persistence.unit.DueRowsImpl.PARKED;
import static org.bottega.persistence.unit.DueRowsImpl.utc;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bottega.persistence.DueRows.Due;
import org.bottega.persistence.DueRows.Parked;
import org.bottega.persistence.tx.LocalTransactions;

/** Due rows of the current tenant, in the open unit of work. Tables are known to be tenant tables. */
final class DueChanges {
    private static final int LONGEST_ERROR = 500;

    private final LocalTransactions transactions;

    DueChanges(LocalTransactions transactions) {
        this.transactions = transactions;
    }

    List<Parked> parked(String table, int most) {
        String sql = "select id, due_attempts, due_error from " + table + " where tenant_id = ? and " + PARKED
                + " order by id fetch first " + most + " rows only";
        return change(sql, statement -> {
            statement.setString(1, tenant());
            List<Parked> parked = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    parked.add(new Parked(result.getString(1), result.getInt(2), result.getString(3)));
                }
            }
            return parked;
        });
    }

    int retry(String table, String id, Instant dueAt) {
        String sql = "update " + table
                + " set due_at = ?, due_attempts = 0, due_error = null where tenant_id = ? and " + PARKED
                + (id == null ? "" : " and id = ?");
        return change(sql, statement -> {
            statement.setTimestamp(1, Timestamp.from(dueAt), utc());
            statement.setString(2, tenant());
            if (id != null) {
                statement.setString(3, id);
            }
            return statement.executeUpdate();
        });
    }

    void failed(String table, Due seen, Instant dueAt, String error) {
        String row = " where tenant_id = ? and id = ? and due_at is not null";
        change("update " + table + " set due_attempts = ?, due_error = ?" + row, statement -> {
            statement.setInt(1, seen.attempts() + 1);
            statement.setString(2, error == null ? null : error.substring(0, Math.min(error.length(), LONGEST_ERROR)));
            statement.setString(3, tenant());
            statement.setString(4, seen.id());
            return statement.executeUpdate();
        });
        if (dueAt == null) {
            change("update " + table + " set due_at = null" + row, statement -> {
                statement.setString(1, tenant());
                statement.setString(2, seen.id());
                return statement.executeUpdate();
            });
        } else {
            change("update " + table + " set due_at = ?" + row + " and due_at = ?", statement -> {
                statement.setTimestamp(1, Timestamp.from(dueAt), utc());
                statement.setString(2, tenant());
                statement.setString(3, seen.id());
                statement.setTimestamp(4, Timestamp.from(seen.dueAt()), utc());
                return statement.executeUpdate();
            });
        }
    }

    void succeeded(String table, String id) {
        String sql = "update " + table
                + " set due_attempts = 0, due_error = null where tenant_id = ? and id = ? and due_attempts <> 0";
        change(sql, statement -> {
            statement.setString(1, tenant());
            statement.setString(2, id);
            return statement.executeUpdate();
        });
    }

    private <T> T change(String sql, DueRowsImpl.Use<T> use) {
        try (PreparedStatement statement = transactions.required().connection().prepareStatement(sql)) {
            return use.of(statement);
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
}
