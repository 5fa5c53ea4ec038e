package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ref.WeakReference;
import java.net.http.HttpRequest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.bottega.api.spi.RestResource;
import org.bottega.core.testing.TestPlatform;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LoaderTest {

    /** Loads the test module's own classes anew, as a new bundle revision would. */
    private static final class Revision extends ClassLoader {
        Revision() {
            super(LoaderTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            boolean own = name.matches("org\\.bottega\\.web\\.(Shelf|Reads|Changes|Downloads|Slip)(\\$.*)?");
            return own ? define(name) : super.loadClass(name, resolve);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            Class<?> loaded = findLoadedClass(name);
            if (loaded != null) {
                return loaded;
            }
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new ClassNotFoundException(name, e);
            }
        }
    }

    @Test
    @DisplayName("when a module goes, nothing of the edge, CXF, Jackson, swagger or the validator holds its classes")
    void unloaded() throws Exception {
        EdgeServer edge = new EdgeServer();
        edge.publisher().removeResource(edge.shelf());
        WeakReference<ClassLoader> loader = serve(edge);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return loader.get() == null;
        });
        edge.close();
    }

    private static WeakReference<ClassLoader> serve(EdgeServer edge) throws Exception {
        Revision revision = new Revision();
        var constructor = revision.loadClass(Shelf.class.getName()).getDeclaredConstructor(TestPlatform.class);
        constructor.setAccessible(true);
        RestResource shelf = (RestResource) constructor.newInstance(edge.platform());
        edge.publisher().addResource(shelf);
        assertEquals(200, edge.get("/books?limit=1&kind=NOVEL").status());
        edge.post("/books", "{}").isProblem(400, "field-invalid");
        assertEquals(200, edge.get("/streams/report?lines=9").status());
        assertEquals(
                201,
                edge.post("/books", "{\"title\":\"bb\",\"author\":{\"name\":\"A\"},\"pages\":1}")
                        .status());
        assertEquals(
                200,
                edge.send(HttpRequest.newBuilder(edge.uri("/api/acme/openapi.json")))
                        .status());
        assertEquals(
                200,
                edge.send(HttpRequest.newBuilder(edge.uri("/t/acme/shelf/loan-slips/good")))
                        .status());
        edge.publisher().removeResource(shelf);
        return new WeakReference<>(revision);
    }
}
