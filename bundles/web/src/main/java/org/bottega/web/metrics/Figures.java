package org.bottega.web.metrics;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.bottega.api.spi.Gauges;
import org.bottega.api.spi.Gauges.Gauge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The figures of all {@link Gauges}, read anew after some seconds; one that fails is left out. */
final class Figures implements MultiCollector {

    private static final Logger LOG = LoggerFactory.getLogger(Figures.class);
    private static final long AGE = TimeUnit.SECONDS.toNanos(5);

    private final List<Gauges> sources = new CopyOnWriteArrayList<>();
    private MetricSnapshots last;
    private long read;

    void add(Gauges gauges) {
        sources.add(gauges);
    }

    void remove(Gauges gauges) {
        sources.remove(gauges);
    }

    @Override
    public synchronized MetricSnapshots collect() {
        if (last == null || System.nanoTime() - read > AGE) {
            last = read();
            read = System.nanoTime();
        }
        return last;
    }

    private MetricSnapshots read() {
        Map<String, List<Gauge>> byName = new TreeMap<>();
        for (Gauges source : sources) {
            try {
                source.read().forEach(g -> byName.computeIfAbsent(g.name(), n -> new ArrayList<>())
                        .add(g));
            } catch (RuntimeException e) {
                LOG.warn("Figures of {} cannot be read", source.getClass().getName(), e);
            }
        }
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        byName.values().forEach(gauges -> all.metricSnapshot(snapshot(gauges)));
        return all.build();
    }

    private static GaugeSnapshot snapshot(List<Gauge> gauges) {
        GaugeSnapshot.Builder snapshot = GaugeSnapshot.builder()
                .name(gauges.get(0).name())
                .help(gauges.get(0).meaning());
        for (Gauge gauge : gauges) {
            Labels.Builder labels = Labels.builder();
            gauge.labels().forEach(labels::label);
            snapshot.dataPoint(GaugeSnapshot.GaugeDataPointSnapshot.builder()
                    .labels(labels.build())
                    .value(gauge.value())
                    .build());
        }
        return snapshot.build();
    }
}
