package org.bottega.persistence.table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.bottega.persistence.TenantTables;
import org.bottega.persistence.tx.LocalTransaction;
import org.bottega.persistence.tx.LocalTransactions;

/** Every statement binds the transaction's own tenant, and no other can be asked for. */
public final class TenantTablesImpl implements TenantTables {

    private static final String TENANT = "tenant_id";
    private static final String VERSION = "version";
    private static final String OWN = " where tenant_id = ?";

    private final DataSource source;
    private final LocalTransactions transactions;

    public TenantTablesImpl(DataSource source, LocalTransactions transactions) {
        this.source = source;
        this.transactions = transactions;
    }

    @Override
    public List<Table> list() {
        try (Connection connection = source.getConnection()) {
            List<Table> tables = TableReader.read(connection).stream()
                    .filter(table -> table.place(TENANT) >= 0)
                    .toList();
            connection.rollback();
            tables.forEach(TenantTablesImpl::check);
            return tables;
        } catch (SQLException e) {
            throw new IllegalStateException("the tables cannot be read: " + e.getMessage(), e);
        }
    }

    private static void check(Table table) {
        if (table.key().isEmpty() || !TENANT.equals(table.key().get(0))) {
            throw new IllegalStateException("the primary key of " + table.name() + " does not begin with tenant_id");
        }
    }

    @Override
    public List<Object[]> page(Table table, Object[] after, int most) {
        String columns = table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
        List<Object> args = new ArrayList<>();
        String sql = "select " + columns + from(table, after, args, most);
        return run(sql, args, statement -> {
            List<Object[]> rows = new ArrayList<>();
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.add(Values.row(result, table.columns()));
                }
            }
            return rows;
        });
    }

    /** What stands behind the columns: rows behind {@code after}, written so that an index scan begins there. */
    private static String from(Table table, Object[] after, List<Object> args, int most) {
        List<String> key = table.key().subList(1, table.key().size());
        StringBuilder sql = new StringBuilder(" from " + table.name() + OWN);
        if (after != null && !key.isEmpty()) {
            sql.append(" and ").append(key.get(0)).append(" >= ?");
            args.add(after[table.place(key.get(0))]);
            sql.append(" and (").append(behind(table, key, after, args)).append(')');
        } else if (after != null) {
            sql.append(" and 1 = 0");
        }
        String order = table.key().stream().collect(Collectors.joining(", "));
        return sql + " order by " + order + " fetch first " + most + " rows only";
    }

    private static String behind(Table table, List<String> key, Object[] after, List<Object> args) {
        String first = key.get(0);
        Object value = after[table.place(first)];
        args.add(value);
        if (key.size() == 1) {
            return first + " > ?";
        }
        args.add(value);
        return first + " > ? or (" + first + " = ? and (" + behind(table, key.subList(1, key.size()), after, args)
                + "))";
    }

    @Override
    public long count(Table table) {
        return run("select count(*) from " + table.name() + OWN, List.of(), statement -> {
            try (ResultSet result = statement.executeQuery()) {
                result.next();
                return result.getLong(1);
            }
        });
    }

    @Override
    public int remove(Table table, int most) {
        Table keys = new Table(
                table.name(),
                table.key().stream()
                        .map(name -> table.columns().get(table.place(name)))
                        .toList(),
                table.key());
        List<Object[]> rows = page(keys, null, most);
        if (!rows.isEmpty()) {
            run("delete from " + table.name() + byKey(table), null, statement -> {
                for (Object[] row : rows) {
                    statement.setString(1, tenant());
                    for (int i = 1; i < row.length; i++) {
                        Values.bind(statement, i + 1, row[i]);
                    }
                    statement.addBatch();
                }
                return statement.executeBatch();
            });
        }
        return rows.size();
    }

    private static String byKey(Table table) {
        return OWN
                + table.key().stream()
                        .skip(1)
                        .map(name -> " and " + name + " = ?")
                        .collect(Collectors.joining());
    }

    @Override
    public void change(Table table, Object[] row, Map<String, Object> values) {
        boolean counted = table.place(VERSION) >= 0 && !table.key().contains(VERSION);
        String sets = values.keySet().stream().map(name -> name + " = ?").collect(Collectors.joining(", "));
        String sql =
                "update " + table.name() + " set " + sets + (counted ? ", version = version + 1" : "") + byKey(table);
        run(sql, null, statement -> {
            int place = 1;
            for (Object value : values.values()) {
                Values.bind(statement, place++, value);
            }
            statement.setString(place++, tenant());
            for (String name : table.key().subList(1, table.key().size())) {
                Values.bind(statement, place++, row[table.place(name)]);
            }
            return statement.executeUpdate();
        });
    }

    @FunctionalInterface
    private interface Use<T> {
        T of(PreparedStatement statement) throws SQLException;
    }

    /** Binds the tenant and then {@code args}; with null the use does both itself. */
    private <T> T run(String sql, List<Object> args, Use<T> use) {
        LocalTransaction transaction = transactions.required();
        try (PreparedStatement statement = transaction.connection().prepareStatement(sql)) {
            if (args != null) {
                statement.setString(1, tenant());
                for (int i = 0; i < args.size(); i++) {
                    Values.bind(statement, i + 2, args.get(i));
                }
            }
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
