package org.bottega.itests.bench;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.bottega.itests.bench.Server.Request;
import org.bottega.itests.bench.Server.Run;

/** What tenants cost that do nothing. */
final class Crowd {

    private static final List<String> TABLES =
            List.of("core_tenant", "core_tenant_key", "core_seller", "core_module_state", "core_module_allowance");

    private static final int FEW = 2;
    private static final int MANY = 10_000;
    private static final int BATCH = 1000;

    /** The one in the middle counts. */
    private static final int RUNS = 5;

    private final Market market;
    private final Server server;

    Crowd(Market market, Server server) {
        this.market = market;
        this.server = server;
    }

    private record Cost(double cpu, double heap) {}

    /** With the marketplace that works and one, a hundred, ten thousand that do not; the platform is stopped. */
    void measure(Consumer<Request> warm, double seconds) throws SQLException {
        Cost few = measure(FEW, warm, seconds);
        measure(100, warm, seconds);
        Cost many = measure(MANY, warm, seconds);
        Bench.say(
                "%,d tenants more: heap %+.0f MB (aim 50), GET one %+.0f %% (aim 10)",
                MANY, many.heap - few.heap, 100 * (many.cpu / few.cpu - 1));
    }

    private Cost measure(int tenants, Consumer<Request> warm, double seconds) throws SQLException {
        fill(Market.TENANT + "-two", tenants);
        server.boot();
        market.login();
        Request request = market.one();
        warm.accept(request);
        Run run = IntStream.range(0, RUNS)
                .mapToObj(i -> server.load(8, seconds, request))
                .sorted(Comparator.comparing(Run::cpuMillis))
                .skip(RUNS / 2)
                .findFirst()
                .orElseThrow();
        double idle = server.idleCpu();
        double heap = server.heapMegabytes();
        Bench.say("%,6d tenants: GET one %s, heap %.0f MB, idle %.1f %% CPU", tenants, run, heap, idle * 100);
        market.platform().stop();
        return new Cost(run.cpuMillis(), heap);
    }

    /** Copies the model until there are as many tenants as wanted. */
    private void fill(String model, int wanted) throws SQLException {
        try (RawJdbc database = new RawJdbc(market.platform())) {
            // Its modules were switched on a moment ago; those of idle tenants long since.
            database.execute("update core_module_state set due_at = null");
            for (int i = database.count("core_tenant"); i < wanted; i++) {
                for (String table : TABLES) {
                    copy(database, table, model, "idle-" + i);
                }
                if (i % BATCH == 0) {
                    database.connection().commit();
                }
            }
            database.connection().commit();
            for (String table : TABLES) {
                database.refreshFigures(table);
            }
        }
    }

    private static void copy(RawJdbc database, String table, String from, String to) throws SQLException {
        String key = table.equals("core_tenant") ? "id" : "tenant_id";
        String columns = columns(database, table, key);
        String sql = "insert into " + table + " (" + key + columns + ") select cast(? as varchar(30))" + columns
                + " from " + table + " where " + key + " = ?";
        try (PreparedStatement insert = database.connection().prepareStatement(sql)) {
            insert.setString(1, to);
            insert.setString(2, from);
            insert.executeUpdate();
        }
    }

    /** Its columns but the key, with a comma before each. */
    private static String columns(RawJdbc database, String table, String key) throws SQLException {
        String sql = "select * from " + table + " where 1 = 0";
        try (PreparedStatement query = database.connection().prepareStatement(sql)) {
            StringBuilder columns = new StringBuilder();
            for (int i = 1; i <= query.getMetaData().getColumnCount(); i++) {
                String name = query.getMetaData().getColumnName(i);
                columns.append(name.equalsIgnoreCase(key) ? "" : ", " + name);
            }
            return columns.toString();
        }
    }
}
