package org.bottega.core.outbox;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import org.bottega.api.DomainEvent;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventJsonTest {

    @Test
    @DisplayName("events cross as JSON: ISO instants, unknown members skipped")
    void json() {
        EventJson json = new EventJson();
        String text = json.write(Happened.of("A", 1));
        assertTrue(text.contains("\"at\":\"2026-03-02T12:00:00Z\""), text);
        assertFalse(text.contains("name"), text);
        assertEquals(Happened.of("A", 1), json.read(Happened.class, text));
        assertEquals(
                Happened.of("A", 1),
                json.read(Happened.class, text.replace("{\"aggregate\"", "{\"later\":[1],\"aggregate\"")));
        assertThrows(IllegalStateException.class, () -> json.read(Happened.class, "{\"number\":\"many\"}"));
    }

    @Test
    @DisplayName("the class loader of a replaced bundle is let go")
    void classLoader() throws Exception {
        EventJson json = new EventJson();
        WeakReference<ClassLoader> gone = used(json);
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return gone.get() == null;
        });
        assertTrue(json.write(Happened.of("A", 1)).contains("A"));
    }

    private static WeakReference<ClassLoader> used(EventJson json) throws Exception {
        URL classes = Happened.class.getProtectionDomain().getCodeSource().getLocation();
        ClassLoader loader = new URLClassLoader(new URL[] {classes}, Happened.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                return name.equals(Happened.class.getName()) ? findClass(name) : super.loadClass(name, resolve);
            }
        };
        Class<?> type = Class.forName(Happened.class.getName(), true, loader);
        assertNotSame(Happened.class, type);
        Object read = json.read(type, json.write(Happened.of("A", 1)));
        assertTrue(json.write((DomainEvent) read).contains("\"number\":1"));
        return new WeakReference<>(loader);
    }
}
