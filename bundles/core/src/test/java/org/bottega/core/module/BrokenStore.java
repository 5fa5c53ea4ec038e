package org.bottega.core.module;

import java.util.Optional;
import org.bottega.api.spi.HealthCheck;

/** What is said of a module whose store did not open. */
public record BrokenStore(String module, String why) implements HealthCheck {

    @Override
    public String name() {
        return "unit:" + module;
    }

    @Override
    public Optional<String> failure() {
        return Optional.of(why);
    }
}
