package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class BrokenStreamTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final int MANY = 60_000_000;

    private static EdgeServer edge;

    @BeforeAll
    static void open() throws Exception {
        edge = new EdgeServer();
    }

    @AfterAll
    static void close() throws Exception {
        edge.close();
    }

    private static HttpResponse<byte[]> get(String path, String... headers) throws Exception {
        HttpRequest.Builder request = edge.request("/api/acme/shelf/streams/" + path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofByteArray());
    }

    @Test
    @DisplayName("a writer that fails midway breaks the connection; nothing looks complete")
    void broken() throws Exception {
        for (String path : new String[] {"broken/300000", "broken/300000?known=true"}) {
            assertThrows(IOException.class, () -> get(path), path);
        }
        assertThrows(IOException.class, () -> get("broken/300000", "Accept-Encoding", "gzip"));
    }

    @Test
    @DisplayName("a writer that does not write what was announced is no success, packed or not")
    void wrong() throws Exception {
        assertEquals(10, get("wrong/10/10").body().length);
        for (String packing : new String[] {"identity", "gzip"}) {
            assertEquals(500, get("wrong/10/9", "Accept-Encoding", packing).statusCode());
            assertEquals(500, get("wrong/10/11", "Accept-Encoding", packing).statusCode());
        }
        assertThrows(IOException.class, () -> get("wrong/300000/299999"));
        assertEquals(500, get("wrong/300000/300001").statusCode());
    }

    @Test
    @DisplayName("a writer that fails before anything was sent is answered with a problem")
    void brokenEarly() throws Exception {
        Reply failed = edge.get("/streams/broken/10");
        failed.isProblem(500, "unexpected-failure");
        assertNull(failed.header("Content-Disposition"));
        edge.get("/streams/gone").isProblem(404, "file-not-found");
        edge.send(edge.request("/api/acme/shelf/streams/broken/10?known=true").header("Range", "bytes=0-3"))
                .isProblem(500, "unexpected-failure");
    }

    @Test
    @DisplayName("a reader that goes away ends the writer soon; nothing is held in memory")
    void goneAway() throws Exception {
        long before = edge.shelf().downloads().written();
        try (Socket socket = new Socket("127.0.0.1", edge.port())) {
            String request = "GET /api/acme/shelf/streams/known/" + MANY
                    + " HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer " + edge.token() + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            InputStream in = socket.getInputStream();
            assertTrue(in.readNBytes(10_000).length == 10_000);
            socket.setSoLinger(true, 0);
        }
        Awaitility.await().until(() -> edge.shelf().downloads().written() - before > 0);
        long[] last = {-1};
        Awaitility.await().pollInterval(java.time.Duration.ofMillis(300)).until(() -> {
            long now = edge.shelf().downloads().written();
            boolean still = now == last[0];
            last[0] = now;
            return still;
        });
        assertTrue(last[0] - before < MANY, last[0] + " bytes written");
        assertEquals(200, edge.get("/books").status());
    }

    @Test
    @DisplayName("a module that goes waits for its streams, and none is cut")
    void drained() throws Exception {
        CountDownLatch gate = edge.shelf().downloads().hold();
        CompletableFuture<HttpResponse<byte[]>> running = CompletableFuture.supplyAsync(() -> {
            try {
                return get("held");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        edge.shelf().downloads().awaitEntered();
        CompletableFuture<Void> removal =
                CompletableFuture.runAsync(() -> edge.publisher().removeResource(edge.shelf()));
        assertThrows(java.util.concurrent.TimeoutException.class, () -> removal.get(300, TimeUnit.MILLISECONDS));
        assertFalse(running.isDone());
        gate.countDown();
        removal.get(5, TimeUnit.SECONDS);
        assertArrayEquals(new byte[] {1, 2}, running.get(5, TimeUnit.SECONDS).body());
        edge.publisher().addResource(edge.shelf());
    }
}
