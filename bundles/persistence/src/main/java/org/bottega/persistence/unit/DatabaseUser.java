package org.bottega.persistence.unit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * A user of PostgreSQL, and the role named after it that may find due rows.
 *
 * @param unstoppable whether row-level security does not concern it
 */
record DatabaseUser(String name, boolean unstoppable) {
    private static final int LONGEST_NAME = 63;
    private static final String SWEEPER = "_sweeper";
    private static final String TENANT = "_tenant";
    private static final String NOT_ALLOWED = "42501";
    private static final int TRIES = 3;

    /** Who the connection is. */
    static DatabaseUser of(Connection connection) throws SQLException {
        String sql = "select rolname, rolsuper or rolbypassrls from pg_roles where rolname = current_user";
        try (PreparedStatement statement = connection.prepareStatement(sql);
                ResultSet result = statement.executeQuery()) {
            result.next();
            return new DatabaseUser(result.getString(1), result.getBoolean(2));
        }
    }

    String quoted() {
        return quote(name);
    }

    /** The role, and the policy for it. */
    String sweeper() {
        return with(SWEEPER);
    }

    String quotedSweeper() {
        return quote(sweeper());
    }

    /** The policy for its own work, on one tenant's rows. */
    String tenantPolicy() {
        return with(TENANT);
    }

    private String with(String suffix) {
        return name.substring(0, Math.min(name.length(), LONGEST_NAME - suffix.length())) + suffix;
    }

    /** Whether a policy is of a run-time user, this or another. */
    static boolean isPolicy(String policy) {
        return policy.endsWith(TENANT) || policy.endsWith(SWEEPER);
    }

    static String quote(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** Whether it has the rights of the connection's user. */
    boolean mayActAs(Connection other) throws SQLException {
        return holds(other, "select pg_has_role(?, current_user, 'MEMBER')", name);
    }

    /** Whether its role exists and it may take it. */
    boolean hasSweeper(Connection connection) throws SQLException {
        String sql = "select exists (select 1 from pg_auth_members m join pg_roles r on r.oid = m.roleid"
                + " join pg_roles u on u.oid = m.member where r.rolname = ? and u.rolname = ?)";
        return holds(connection, sql, sweeper(), name);
    }

    /** Makes its role, which holds nothing yet, and lets it take it. Other nodes may be at the same. */
    void provideSweeper(Connection owner) throws SQLException {
        for (int attempt = 1; !hasSweeper(owner); attempt++) {
            try (Statement statement = owner.createStatement()) {
                if (!holds(owner, "select exists (select 1 from pg_roles where rolname = ?)", sweeper())) {
                    statement.execute("create role " + quotedSweeper() + " nologin");
                }
                statement.execute("grant " + quotedSweeper() + " to " + quoted());
            } catch (SQLException e) {
                if (NOT_ALLOWED.equals(e.getSQLState())) {
                    throw new SQLException(
                            "the owner may not create roles; as superuser: create role " + quotedSweeper()
                                    + " nologin; grant " + quotedSweeper() + " to " + quoted(),
                            e);
                }
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    private static boolean holds(Connection connection, String sql, String... names) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < names.length; i++) {
                statement.setString(i + 1, names[i]);
            }
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getBoolean(1);
            }
        }
    }
}
