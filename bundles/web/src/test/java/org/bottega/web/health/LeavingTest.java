package org.bottega.web.health;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;

class LeavingTest {

    private static final Duration NOTICE = Duration.ofMillis(100);

    private final List<Object> listeners = new ArrayList<>();
    private final BundleContext context =
            of(BundleContext.class, (proxy, method, arguments) -> switch (method.getName()) {
                case "addBundleListener" -> listeners.add(arguments[0]) ? null : null;
                case "removeBundleListener" -> listeners.remove(arguments[0]) ? null : null;
                default -> throw new UnsupportedOperationException(method.getName());
            });

    private static <T> T of(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static BundleEvent event(int type, long bundle) {
        return new BundleEvent(type, of(Bundle.class, (proxy, method, arguments) -> switch (method.getName()) {
            case "getBundleId" -> bundle;
            case "hashCode" -> (int) bundle;
            default -> throw new UnsupportedOperationException(method.getName());
        }));
    }

    @Test
    @DisplayName("a node that is to stop is not ready first, and the stop waits")
    void first() throws InterruptedException {
        Leaving leaving = new Leaving(context, Duration.ofDays(1));
        assertEquals(List.of(leaving), listeners);
        assertEquals(Optional.empty(), leaving.failure());
        Thread stop = new Thread(() -> leaving.bundleChanged(event(BundleEvent.STOPPING, 0)));
        stop.start();
        await().until(() -> leaving.failure().isPresent());
        assertTrue(stop.isAlive());
        stop.interrupt();
        stop.join();
        assertTrue(leaving.failure().isPresent(), "and it stays so");
    }

    @Test
    @DisplayName("the stop waits as long as it was told")
    void notice() {
        long from = System.nanoTime();
        new Leaving(context, NOTICE).bundleChanged(event(BundleEvent.STOPPING, 0));
        assertTrue(System.nanoTime() - from >= NOTICE.toNanos());
    }

    @Test
    @DisplayName("the stop of another bundle, or of a node without a balancer, waits for nothing")
    void nothing() {
        Leaving leaving = new Leaving(context, Duration.ofDays(1));
        leaving.bundleChanged(event(BundleEvent.STOPPING, 7));
        leaving.bundleChanged(event(BundleEvent.STARTED, 0));
        assertEquals(Optional.empty(), leaving.failure());
        leaving.stop();
        assertEquals(List.of(), listeners);
        new Leaving(context, Duration.ZERO).bundleChanged(event(BundleEvent.STOPPING, 0));
    }
}
