package org.bottega.itests.hot.broken;

import java.util.Set;
import org.bottega.api.spi.RestResource;
import org.bottega.hello.Hello;

/** Operations that cannot be made. */
public final class Stubborn implements RestResource {

    public Stubborn(Hello hello) {
        throw new IllegalStateException("the safe of " + hello.getClass().getSimpleName() + " has no key");
    }

    @Override
    public String module() {
        return "hello";
    }

    @Override
    public Set<Object> resources() {
        return Set.of();
    }
}
