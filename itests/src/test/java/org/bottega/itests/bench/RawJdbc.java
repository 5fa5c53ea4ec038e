package org.bottega.itests.bench;

import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.PostgreSql;

/** The platform's own database, while the platform is stopped: filled, and read and written past all of its code. */
final class RawJdbc implements AutoCloseable {

    /** What one operation cost. */
    record Cost(double perSecond, double cpuMillis) {}

    /** Something that is done again and again. */
    @FunctionalInterface
    interface Operation {
        void run(int number) throws SQLException;
    }

    private static final int BATCH = 1000;

    private final Connection connection;
    private final String derby;

    RawJdbc(Platform platform) throws SQLException {
        Optional<String> server = platform.setting("BOTTEGA_DB_URL");
        derby = server.isPresent() ? null : "jdbc:derby:" + platform.data().resolve("db");
        connection = server.isPresent() ? PostgreSql.owner(server.get()) : DriverManager.getConnection(derby);
        connection.setAutoCommit(false);
    }

    /** Copies one purchase until there are as many as wanted, over four years, nine in ten COMPLETE. */
    void fill(String tenant, int wanted) throws SQLException {
        int have = count("sales_purchase");
        RowCopy copy = RowCopy.newest(connection, "sales_purchase", tenant);
        Timestamp last = (Timestamp) copy.value("purchased_at");
        try (PreparedStatement insert = connection.prepareStatement(copy.insert())) {
            for (int i = have; i < wanted; i++) {
                copy.set("purchased_at", new Timestamp(last.getTime() - i * 120_000L));
                copy.set("status", i % 20 == 0 ? "REFUNDED" : "COMPLETE");
                copy.set("buyer_email", "buyer-" + i % 50_000 + "@example.com");
                copy.set("due_at", null);
                copy.bind(insert, "F%09d".formatted(i));
                insert.addBatch();
                if (i % BATCH == BATCH - 1) {
                    insert.executeBatch();
                    connection.commit();
                }
            }
            insert.executeBatch();
            connection.commit();
        }
        refreshFigures("sales_purchase");
    }

    /** The optimizer's figures, which both databases keep by themselves in the long run. */
    void refreshFigures(String table) throws SQLException {
        execute(
                derby == null
                        ? "analyze " + table
                        : "CALL SYSCS_UTIL.SYSCS_UPDATE_STATISTICS('APP', '" + table.toUpperCase(Locale.ROOT)
                                + "', NULL)");
    }

    Cost readOne(String tenant, double seconds) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select * from sales_purchase where tenant_id = ? and id = ?")) {
            return measure(seconds, i -> {
                query.setString(1, tenant);
                query.setString(2, "F%09d".formatted(1000 + i * 37 % 8000));
                read(query);
            });
        }
    }

    Cost readPage(String tenant, String product, double seconds) throws SQLException {
        String sql = "select * from sales_purchase where tenant_id = ? and product_id = ? and status in (?, ?)"
                + " order by purchased_at desc, id desc fetch first 51 rows only";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            return measure(seconds, i -> {
                query.setString(1, tenant);
                query.setString(2, product);
                query.setString(3, "APPROVED");
                query.setString(4, "COMPLETE");
                read(query);
            });
        }
    }

    /** Writes the same rows as one purchase: so many copies of the newest row of each table, in one transaction. */
    Cost write(String tenant, Map<String, Integer> rows, double seconds) throws SQLException {
        List<RowCopy> copies = new ArrayList<>();
        List<PreparedStatement> inserts = new ArrayList<>();
        for (Map.Entry<String, Integer> table : rows.entrySet()) {
            for (int i = 0; i < table.getValue(); i++) {
                RowCopy copy = RowCopy.newest(connection, table.getKey(), tenant);
                copies.add(copy);
                inserts.add(connection.prepareStatement(copy.insert()));
            }
        }
        long run = System.nanoTime() % 1_000_000;
        return measure(seconds, i -> {
            for (int n = 0; n < copies.size(); n++) {
                copies.get(n).bind(inserts.get(n), "W" + run + "-" + n + "-" + i);
                inserts.get(n).executeUpdate();
            }
        });
    }

    private Cost measure(double seconds, Operation operation) throws SQLException {
        run(seconds / 2, operation, 0);
        long cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long from = System.nanoTime();
        int count = run(seconds, operation, 100_000_000);
        double wall = (System.nanoTime() - from) / 1e9;
        cpu = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - cpu;
        return new Cost(count / wall, cpu / 1e6 / count);
    }

    private int run(double seconds, Operation operation, int first) throws SQLException {
        long until = System.nanoTime() + (long) (seconds * 1e9);
        int count = 0;
        while (System.nanoTime() < until) {
            operation.run(first + count++);
            connection.commit();
        }
        return count;
    }

    private static void read(PreparedStatement query) throws SQLException {
        try (ResultSet rows = query.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    rows.getObject(i);
                }
            }
        }
    }

    Connection connection() {
        return connection;
    }

    int count(String table) throws SQLException {
        try (ResultSet rows = connection.createStatement().executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    void execute(String sql) throws SQLException {
        connection.createStatement().execute(sql);
        connection.commit();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
        if (derby != null) {
            shutDown();
        }
    }

    private void shutDown() throws SQLException {
        try {
            DriverManager.getConnection(derby + ";shutdown=true");
        } catch (SQLException e) {
            if (e.getErrorCode() != 45000) {
                throw e;
            }
        }
    }
}
