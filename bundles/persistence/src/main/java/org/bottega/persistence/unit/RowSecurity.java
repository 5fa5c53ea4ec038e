package org.bottega.persistence.unit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The second lock on PostgreSQL, below the guard: row-level security, forced on every tenant table, for a run-time user that
 * can neither change the tables nor get around their policies. It needs an owner's credential beside the run-time user's;
 * without one the tables stay as they are, and the health check says so.
 */
final class RowSecurity {
    private static final Logger LOG = LoggerFactory.getLogger(RowSecurity.class);
    private static final String HOW = "name a user that is neither superuser nor owner in BOTTEGA_DB_USER,"
            + " and the owner of the tables in BOTTEGA_DB_OWNER_USER";

    private final DataSource owner;
    private final DatabaseUser user;
    private final boolean separate;
    private final boolean sweeps;

    private RowSecurity(DataSource owner, DatabaseUser user, boolean separate, boolean sweeps) {
        this.owner = owner;
        this.user = user;
        this.separate = separate;
        this.sweeps = sweeps;
    }

    /**
     * Looks who is who, and gives the run-time user its sweeper's role.
     *
     * @param owner the same source as {@code runtime} when no owner was named
     * @throws SQLException when these users would leave rows unprotected, or out of the sweeper's sight
     */
    static RowSecurity of(DataSource runtime, DataSource owner) throws SQLException {
        try (Connection mine = runtime.getConnection();
                Connection owners = owner.getConnection()) {
            DatabaseUser user = DatabaseUser.of(mine);
            if (DatabaseUser.of(owners).name().equals(user.name())) {
                return single(mine, user, owner);
            }
            if (user.unstoppable()) {
                throw new SQLException(
                        "row-level security does not stop the run-time user " + user.name() + ": " + HOW);
            }
            if (user.mayActAs(owners)) {
                throw new SQLException("the run-time user " + user.name() + " may act as the owner: " + HOW);
            }
            user.provideSweeper(owners);
            return new RowSecurity(owner, user, true, true);
        }
    }

    private static RowSecurity single(Connection mine, DatabaseUser user, DataSource source) throws SQLException {
        boolean sweeps = user.hasSweeper(mine);
        int locked = Lock.read(mine).locked();
        if (locked > 0 && !sweeps && !user.unstoppable()) {
            throw new SQLException("the tables have row-level security and user " + user.name()
                    + " has no role to find due rows with: " + HOW);
        }
        if (locked == 0 || user.unstoppable()) {
            LOG.warn("Row-level security is not the second lock of this database: {}", HOW);
        }
        return new RowSecurity(source, user, false, sweeps);
    }

    /** The role that finds due rows across tenants, quoted; empty when the run-time user itself does. */
    Optional<String> sweeper() {
        return sweeps ? Optional.of(user.quotedSweeper()) : Optional.empty();
    }

    /**
     * Locks the tables of a unit and opens them to the run-time user, as far as that has not been done. New tables are out of
     * its reach until then.
     *
     * @param lanes what the sweeper may read besides the due columns, as {@code table.column}
     */
    void protect(String unit, Collection<String> lanes) {
        if (!separate) {
            return;
        }
        try (Connection connection = owner.getConnection()) {
            connection.setAutoCommit(false);
            int done = new TableLocks(connection, user).lock(unit, lanes);
            connection.commit();
            if (done > 0) {
                LOG.info("Unit {}: {} tables locked or opened to {}", unit, done, user.name());
            }
        } catch (SQLException e) {
            throw new IllegalStateException("row-level security of " + unit + ": " + e.getMessage(), e);
        }
    }

    /** Why row-level security is not the second lock, or empty when it is. */
    static Optional<String> failure(Connection connection) throws SQLException {
        DatabaseUser user = DatabaseUser.of(connection);
        Lock lock = Lock.read(connection);
        if (user.unstoppable()) {
            return Optional.of("it does not stop the run-time user " + user.name() + ": " + HOW);
        }
        if (lock.owned() > 0) {
            return Optional.of("the run-time user " + user.name() + " owns " + lock.owned() + " tables: " + HOW);
        }
        return lock.open() == 0 ? Optional.empty() : Optional.of(lock.open() + " tenant tables are without it: " + HOW);
    }

    /**
     * The tenant tables by their state.
     *
     * @param owned how many the connection's user could unlock
     */
    private record Lock(int locked, int open, int owned) {
        private static final String READ =
                """
                select count(*) filter (where c.relrowsecurity and c.relforcerowsecurity),
                       count(*) filter (where not (c.relrowsecurity and c.relforcerowsecurity)),
                       count(*) filter (where pg_has_role(current_user, c.relowner, 'MEMBER'))
                  from pg_class c
                  join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
                 where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p')""";

        static Lock read(Connection connection) throws SQLException {
            try (PreparedStatement statement = connection.prepareStatement(READ);
                    ResultSet result = statement.executeQuery()) {
                result.next();
                return new Lock(result.getInt(1), result.getInt(2), result.getInt(3));
            }
        }
    }
}
