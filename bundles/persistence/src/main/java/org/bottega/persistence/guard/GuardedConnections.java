package org.bottega.persistence.guard;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Set;

/**
 * Wraps a transaction's connection for one unit: every statement passes the guard, and the parameters that stand for the
 * tenant take no other value than the transaction's tenant. Ending the transaction is not for who holds the wrapper.
 */
public final class GuardedConnections {

    private final TenantGuard guard;

    public GuardedConnections(TenantGuard guard) {
        this.guard = guard;
    }

    /** A guarded view of {@code connection} that reaches rows of {@code tenant} only; of none when it is null. */
    public Connection wrap(Connection connection, String tenant) {
        return proxy(Connection.class, new ConnectionHandler(connection, tenant, false));
    }

    /** A guarded connection outside any transaction, which reaches no tenant's rows and is closed by its holder. */
    public Connection own(Connection connection) {
        return proxy(Connection.class, new ConnectionHandler(connection, null, true));
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(GuardedConnections.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object forward(Object target, Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private final class ConnectionHandler implements InvocationHandler {
        private final Connection target;
        private final String tenant;
        private final boolean own;
        private boolean closed;

        ConnectionHandler(Connection target, String tenant, boolean own) {
            this.target = target;
            this.tenant = tenant;
            this.own = own;
        }

        @Override
        public Object invoke(Object self, Method method, Object[] args) throws Throwable {
            return switch (method.getName()) {
                case "prepareStatement" -> prepare(method, args);
                case "createStatement", "prepareCall", "unwrap" ->
                    throw new StatementRefused("only prepared statements are allowed, not " + method.getName());
                case "close" -> close();
                case "isClosed" -> closed || target.isClosed();
                case "commit", "setAutoCommit" -> null;
                case "rollback" -> args == null ? null : forward(target, method, args);
                case "getAutoCommit" -> false;
                case "isWrapperFor" -> false;
                case "hashCode" -> System.identityHashCode(self);
                case "equals" -> self == args[0];
                default -> forward(target, method, args);
            };
        }

        private Object close() throws SQLException {
            if (own && !closed) {
                target.rollback();
                target.close();
            }
            closed = true;
            return null;
        }

        private Object prepare(Method method, Object[] args) throws Throwable {
            Set<Integer> parameters = guard.tenantParameters((String) args[0]);
            PreparedStatement statement = (PreparedStatement) forward(target, method, args);
            return parameters.isEmpty()
                    ? statement
                    : proxy(PreparedStatement.class, new StatementHandler(statement, parameters, tenant));
        }
    }

    private static final class StatementHandler implements InvocationHandler {
        private final PreparedStatement target;
        private final Set<Integer> parameters;
        private final String tenant;

        StatementHandler(PreparedStatement target, Set<Integer> parameters, String tenant) {
            this.target = target;
            this.parameters = parameters;
            this.tenant = tenant;
        }

        @Override
        public Object invoke(Object self, Method method, Object[] args) throws Throwable {
            String name = method.getName();
            if (name.startsWith("set") && args != null && args.length >= 2 && args[0] instanceof Integer index) {
                if (parameters.contains(index) && (tenant == null || !tenant.equals(args[1]))) {
                    throw new StatementRefused("a row of tenant " + args[1] + " was asked for on behalf of " + tenant);
                }
            } else if ("unwrap".equals(name)
                    || name.startsWith("execute") && args != null
                    || "addBatch".equals(name) && args != null) {
                throw new StatementRefused("a prepared statement runs its own text only");
            } else if ("equals".equals(name)) {
                return self == args[0];
            } else if ("hashCode".equals(name)) {
                return System.identityHashCode(self);
            }
            return forward(target, method, args);
        }
    }
}
