package org.bottega.itests.hot.broken;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.bottega.api.spi.RestResource;
import org.bottega.hello.Hello;
import org.bottega.hello.web.HelloRest;

/** The operations of hello, three seconds in the making. */
public final class Slow implements RestResource {

    private final HelloRest rest;

    public Slow(Hello hello) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(3);
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
        rest = new HelloRest(hello);
    }

    @Override
    public String module() {
        return rest.module();
    }

    @Override
    public Set<Object> resources() {
        return rest.resources();
    }
}
