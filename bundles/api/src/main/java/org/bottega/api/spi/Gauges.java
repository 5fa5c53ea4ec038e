package org.bottega.api.spi;

import java.util.List;
import java.util.Map;
import org.osgi.annotation.versioning.ConsumerType;

/** Figures for {@code /metrics}. Register one as a service and its figures are told; nothing else is to be done. */
@ConsumerType
public interface Gauges {

    /**
     * A figure that goes up and down.
     *
     * @param name {@code bottega_<what>}, with its unit at the end: {@code bottega_pool_connections}
     * @param meaning one line, the same for all of one name
     * @param labels what tells figures of one name apart: few values, never a tenant
     */
    record Gauge(String name, String meaning, Map<String, String> labels, double value) {
        public Gauge {
            labels = Map.copyOf(labels);
        }
    }

    /** What it measures now. Asked every few seconds at most, with no caller bound; well under a second. */
    List<Gauge> read();
}
