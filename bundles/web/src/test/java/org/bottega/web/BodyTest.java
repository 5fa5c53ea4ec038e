package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyTest {

    private static final int LIMIT = 4096;
    private static final String CRLF = "\r\n";

    private static EdgeServer edge;

    @BeforeAll
    static void open() throws Exception {
        edge = new EdgeServer();
    }

    @AfterAll
    static void close() throws Exception {
        edge.close();
    }

    private static String head(String line, String... headers) {
        return line + " HTTP/1.1" + CRLF + "Host: h" + CRLF + "Authorization: Bearer " + edge.token() + CRLF
                + String.join(CRLF, headers) + (headers.length == 0 ? "" : CRLF) + CRLF;
    }

    private static String json(int length) {
        return "{\"text\":\"" + "x".repeat(length - "{\"text\":\"\"}".length()) + "\"}";
    }

    @Test
    @DisplayName("a body up to the limit is taken, one more byte is 413 and the connection is closed")
    void limit() throws Exception {
        assertEquals(200, edge.post("/empty", json(LIMIT)).status());
        Reply reply = edge.post("/empty", json(LIMIT + 1)).isProblem(413, "body-too-large");
        assertEquals(LIMIT, reply.json().path("limit").asInt());
        assertEquals("close", reply.header("Connection"));
    }

    @Test
    @DisplayName("an operation with a limit of its own takes larger ones, to the byte")
    void large() throws Exception {
        int before = edge.shelf().changes().runs();
        assertEquals(200, upload(100_000).status());
        upload(100_001).isProblem(413, "body-too-large");
        assertEquals(1, edge.shelf().changes().runs() - before);
    }

    private static Reply upload(int length) throws Exception {
        return edge.send(edge.request("/api/acme/shelf/upload")
                .header("Content-Type", "text/csv")
                .POST(java.net.http.HttpRequest.BodyPublishers.ofInputStream(
                        () -> new java.io.ByteArrayInputStream(new byte[length]))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"empty", "upload"})
    @DisplayName("an endless body is cut off, with an answer, and nothing is done")
    void endless(String path) throws Exception {
        int before = edge.shelf().changes().runs();
        try (Socket socket = new Socket("127.0.0.1", edge.port())) {
            socket.setSoTimeout((int) Duration.ofSeconds(10).toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(
                    head("POST /api/acme/shelf/" + path, "Content-Type: application/json", "Transfer-Encoding: chunked")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("400" + CRLF + "x".repeat(0x400) + CRLF).getBytes(StandardCharsets.US_ASCII);
            InputStream in = socket.getInputStream();
            for (int i = 0; i < 10_000 && in.available() == 0; i++) {
                out.write(chunk);
            }
            byte[] start = in.readNBytes(12);
            assertEquals("HTTP/1.1 413", new String(start, StandardCharsets.US_ASCII));
        }
        assertEquals(before, edge.shelf().changes().runs());
    }

    @Test
    @DisplayName("a sender that falls silent is answered after the idle time, and nothing is done")
    void silent() throws Exception {
        int before = edge.shelf().changes().runs();
        String answer =
                edge.raw(head("POST /api/acme/shelf/empty", "Content-Type: application/json", "Content-Length: 50")
                        + "{\"text\":");
        assertTrue(answer.startsWith("HTTP/1.1 400") && answer.contains("body-incomplete"), answer);
        assertEquals(before, edge.shelf().changes().runs());
    }

    @Test
    @DisplayName("a broken chunk is refused")
    void brokenChunk() throws Exception {
        String answer = edge.raw(
                head("POST /api/acme/shelf/empty", "Content-Type: application/json", "Transfer-Encoding: chunked")
                        + "zz" + CRLF + "{}" + CRLF);
        assertTrue(answer.startsWith("HTTP/1.1 400"), answer);
        assertFalse(answer.contains("<"), answer);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/x%00y HTTP/1.1",
                "GET /api/acme/..;/x HTTP/1.1",
                "GET /api/%zz HTTP/1.1",
                "GET /../x HTTP/1.1",
                "GET /api/acme/x y HTTP/1.1",
                "GET /api/x HTTP/9.9",
                "G\u0001T / HTTP/1.1",
                "GET /api/acme/%u0041 HTTP/1.1",
                "GET /api/acme/%c0%ae%c0%ae/ HTTP/1.1",
                "GET /nothing/%f0%9f%98%80 HTTP/1.1",
                "POST /api/x HTTP/1.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked",
                "GET /api/acme/shelf/books HTTP/1.1\r\nX: \u0000"
            })
    @DisplayName("what the HTTP server itself refuses tells nothing of the inside")
    void malformed(String request) throws Exception {
        String answer = edge.raw(request + CRLF + "Host: h" + CRLF + "Connection: close" + CRLF + CRLF);
        int status = Integer.parseInt(answer.substring(9, 12));
        assertTrue(status >= 400 && status < 500 || status == 505, answer);
        assertFalse(answer.contains("<") || answer.contains("Server:") || answer.contains("etty"), answer);
    }
}
