package org.bottega.persistence.unit;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.util.List;
import java.util.Map;
import org.bottega.api.spi.Gauges;

/** How the connections to the database are used. */
record PoolGauges(HikariDataSource pool) implements Gauges {

    @Override
    public List<Gauge> read() {
        HikariPoolMXBean now = pool.getHikariPoolMXBean();
        return List.of(
                connections("used", now.getActiveConnections()),
                connections("idle", now.getIdleConnections()),
                new Gauge(
                        "bottega_pool_limit", "Most connections to the database", Map.of(), pool.getMaximumPoolSize()),
                new Gauge(
                        "bottega_pool_waiting",
                        "Threads that wait for a connection",
                        Map.of(),
                        now.getThreadsAwaitingConnection()));
    }

    private static Gauge connections(String state, int count) {
        return new Gauge("bottega_pool_connections", "Connections to the database", Map.of("state", state), count);
    }
}
