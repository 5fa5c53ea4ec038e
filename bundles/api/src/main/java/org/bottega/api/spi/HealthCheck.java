package org.bottega.api.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/** Part of {@code /health/ready}. Fast (well under a second), and without side effects. */
@ConsumerType
public interface HealthCheck {

    /** For the answer: {@code database}, {@code modules}. */
    String name();

    /** What is wrong, in words for the operator, or empty when all is well. */
    Optional<String> failure();
}
