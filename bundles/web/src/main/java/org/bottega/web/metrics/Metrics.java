package org.bottega.web.metrics;

import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.bottega.api.spi.Gauges;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Counts and times requests, and asks the others for their figures. */
@Component(service = Metrics.class)
public final class Metrics {

    private final PrometheusRegistry registry = new PrometheusRegistry();
    private final Figures figures = new Figures();
    private final Histogram requests = Histogram.builder()
            .name("bottega_http_request_duration_seconds")
            .help("Requests, and how long they took, by operation and class of status")
            .labelNames("module", "operation", "status")
            .classicOnly()
            .classicUpperBounds(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30)
            .register(registry);

    public Metrics() {
        registry.register(figures);
        figures.add(new JvmGauges());
    }

    /** Begins to tell figures. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addGauges(Gauges gauges) {
        figures.add(gauges);
    }

    public void removeGauges(Gauges gauges) {
        figures.remove(gauges);
    }

    /**
     * Counts a request.
     *
     * @param operation {@code <module>.<method>}, the module alone, or null when it never got so far
     */
    void request(String operation, int status, long nanos) {
        String id = operation == null ? "none" : operation;
        int dot = id.indexOf('.');
        String module = dot < 0 ? id : id.substring(0, dot);
        requests.labelValues(module, id, status / 100 + "xx").observe(nanos / (double) TimeUnit.SECONDS.toNanos(1));
    }

    /** All figures as text. */
    byte[] text() {
        ByteArrayOutputStream out = new ByteArrayOutputStream(16 * 1024);
        try {
            PrometheusTextFormatWriter.create().write(out, registry.scrape());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
