package org.bottega.core.health;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.bottega.api.spi.HealthCheck;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs all health checks, those that say nothing about readiness too. */
@Component(service = Checkup.class)
public final class Checkup {

    private static final Logger LOG = LoggerFactory.getLogger(Checkup.class);

    /**
     * What one check says.
     *
     * @param failure in words, or null when all is well
     */
    public record Result(String name, String failure, long millis) {}

    private final List<HealthCheck> checks = new CopyOnWriteArrayList<>();

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    public void addCheck(HealthCheck check) {
        checks.add(check);
    }

    public void removeCheck(HealthCheck check) {
        checks.remove(check);
    }

    /** One after another, ordered by name. */
    public List<Result> run() {
        return checks.stream()
                .map(Checkup::run)
                .sorted(Comparator.comparing(Result::name))
                .toList();
    }

    private static Result run(HealthCheck check) {
        long begin = System.nanoTime();
        Optional<String> failure;
        try {
            failure = check.failure();
        } catch (RuntimeException e) {
            LOG.warn("Health check {} failed", check.name(), e);
            failure = Optional.of("the check itself failed: " + e.getMessage());
        }
        return new Result(check.name(), failure.orElse(null), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
    }
}
