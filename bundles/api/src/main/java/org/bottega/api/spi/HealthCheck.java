package org.bottega.api.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Part of {@code /health/ready} and {@code health:check}. Fast (well under a second), and without side effects. One that is
 * no reason to send requests elsewhere, a backlog for example, is registered with the service property {@code ready=false}
 * ({@code property = "ready:Boolean=false"}): {@code health:check} shows it, readiness does not ask it.
 */
@ConsumerType
public interface HealthCheck {

    /** For the answer: {@code database}, {@code modules}. */
    String name();

    /** What is wrong, in words for the operator, or empty when all is well. */
    Optional<String> failure();
}
