package org.bottega.web.metrics;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bottega.api.spi.Gauges;

/** The Java machine, and which build runs on it. */
final class JvmGauges implements Gauges {

    private static final double MILLIS = 1000;

    @Override
    public List<Gauge> read() {
        List<Gauge> all = new ArrayList<>();
        memory(all, "heap", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage());
        memory(all, "nonheap", ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage());
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            Map<String, String> name = Map.of("collector", collector.getName());
            all.add(new Gauge("jvm_gc_runs", "Garbage collections", name, collector.getCollectionCount()));
            all.add(new Gauge(
                    "jvm_gc_seconds", "Time of garbage collection", name, collector.getCollectionTime() / MILLIS));
        }
        var threads = ManagementFactory.getThreadMXBean();
        all.add(new Gauge("jvm_threads", "Live threads", Map.of(), threads.getThreadCount()));
        double up = ManagementFactory.getRuntimeMXBean().getUptime() / MILLIS;
        all.add(new Gauge("bottega_uptime_seconds", "Since the start", Map.of(), up));
        all.add(new Gauge("bottega_build", "Which build runs", Map.of("version", version(), "java", java()), 1));
        return all;
    }

    private static void memory(List<Gauge> all, String area, MemoryUsage usage) {
        String help = "Memory of the Java machine";
        all.add(new Gauge("jvm_memory_bytes", help, Map.of("area", area, "kind", "used"), usage.getUsed()));
        all.add(new Gauge("jvm_memory_bytes", help, Map.of("area", area, "kind", "committed"), usage.getCommitted()));
        all.add(new Gauge("jvm_memory_bytes", help, Map.of("area", area, "kind", "limit"), usage.getMax()));
    }

    private static String version() {
        var bundle = org.osgi.framework.FrameworkUtil.getBundle(JvmGauges.class);
        return bundle == null ? "unknown" : bundle.getVersion().toString();
    }

    private static String java() {
        return Runtime.version().toString();
    }
}
