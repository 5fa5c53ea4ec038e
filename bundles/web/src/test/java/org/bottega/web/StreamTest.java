package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StreamTest {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

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

    private static String header(HttpResponse<?> response, String name) {
        return response.headers().firstValue(name).orElse(null);
    }

    private static void isContent(HttpResponse<byte[]> response, long from, long to) {
        assertEquals(to - from, response.body().length);
        for (long i = from; i < to; i++) {
            assertEquals(Downloads.at(i), response.body()[(int) (i - from)], "byte " + i);
        }
    }

    @Test
    @DisplayName("the whole of it, with length, tag and a name to save it under")
    void whole() throws Exception {
        HttpResponse<byte[]> response = get("known/100000?name=a.png");
        assertEquals(200, response.statusCode());
        isContent(response, 0, 100_000);
        assertEquals("100000", header(response, "Content-Length"));
        assertEquals("bytes", header(response, "Accept-Ranges"));
        assertEquals("\"e100000\"", header(response, "ETag"));
        assertEquals("image/png", header(response, "Content-Type"));
        assertEquals("attachment; filename=\"a.png\"", header(response, "Content-Disposition"));
        assertEquals("nosniff", header(response, "X-Content-Type-Options"));
        assertEquals("private, no-cache", header(response, "Cache-Control"));
        assertTrue(header(response, "Content-Security-Policy").contains("sandbox"));
        assertEquals("inline", header(get("known/1"), "Content-Disposition"));
        assertEquals(0, get("known/0").body().length);
    }

    @Test
    @DisplayName("a part of it; several parts or nonsense give the whole; outside is 416")
    void parts() throws Exception {
        HttpResponse<byte[]> part = get("known/100000", "Range", "bytes=50000-59999");
        assertEquals(206, part.statusCode());
        isContent(part, 50_000, 60_000);
        assertEquals("bytes 50000-59999/100000", header(part, "Content-Range"));
        assertEquals("10000", header(part, "Content-Length"));
        isContent(get("known/100000", "Range", "bytes=99999-"), 99_999, 100_000);
        isContent(get("known/100000", "Range", "bytes=-5"), 99_995, 100_000);
        isContent(get("known/100000", "Range", "bytes=99990-200000"), 99_990, 100_000);
        isContent(get("known/100", "Range", "bytes=-500"), 0, 100);
        for (String nonsense : new String[] {"bytes=0-1,5-6", "bytes=9-1", "bytes=-", "lines=1-2", "bytes=x-y"}) {
            assertEquals(200, get("known/100", "Range", nonsense).statusCode(), nonsense);
        }
        for (String outside : new String[] {"bytes=100-", "bytes=100-200", "bytes=-0"}) {
            HttpResponse<byte[]> refused = get("known/100", "Range", outside);
            assertEquals(416, refused.statusCode(), outside);
            assertEquals("bytes */100", header(refused, "Content-Range"));
            assertTrue(new String(refused.body(), StandardCharsets.UTF_8).contains("range-not-satisfiable"));
        }
    }

    @Test
    @DisplayName("a part only of what has not changed; nothing of what the caller has already")
    void conditions() throws Exception {
        assertEquals(
                206,
                get("known/100", "Range", "bytes=1-2", "If-Range", "\"e100\"").statusCode());
        assertEquals(
                200,
                get("known/100", "Range", "bytes=1-2", "If-Range", "\"old\"").statusCode());
        assertEquals(
                200,
                get("known/100", "Range", "bytes=1-2", "If-Range", "W/\"e100\"").statusCode());
        for (String tag : new String[] {"\"e100\"", "W/\"e100\"", "\"a\", \"e100\"", "*"}) {
            HttpResponse<byte[]> known = get("known/100", "If-None-Match", tag);
            assertEquals(304, known.statusCode(), tag);
            assertEquals("\"e100\"", header(known, "ETag"));
            assertNull(header(known, "Content-Length"));
        }
        assertEquals(200, get("known/100", "If-None-Match", "\"e10\"").statusCode());
    }

    @Test
    @DisplayName("HEAD tells all about it and writes nothing")
    void head() throws Exception {
        long before = edge.shelf().downloads().written();
        Reply reply = edge.send(edge.request("/api/acme/shelf/streams/known/100000")
                .header("Range", "bytes=0-1")
                .method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, reply.status());
        assertEquals("100000", reply.header("Content-Length"));
        assertEquals("\"e100000\"", reply.header("ETag"));
        assertEquals(before, edge.shelf().downloads().written());
    }

    @Test
    @DisplayName("text is packed for who takes gzip, pictures and parts are not")
    void packed() throws Exception {
        HttpResponse<byte[]> plain = get("report?lines=5000");
        HttpResponse<byte[]> packed = get("report?lines=5000", "Accept-Encoding", "br, gzip;q=0.5");
        assertEquals("gzip", header(packed, "Content-Encoding"));
        assertEquals("Accept-Encoding", header(packed, "Vary"));
        assertTrue(packed.body().length < plain.body().length / 3);
        assertArrayEquals(plain.body(), new GZIPInputStream(new ByteArrayInputStream(packed.body())).readAllBytes());
        assertNull(header(plain, "Content-Encoding"));
        assertNull(header(get("report?lines=5", "Accept-Encoding", "gzip;q=0"), "Content-Encoding"));
        assertNull(header(get("known/5000", "Accept-Encoding", "gzip"), "Content-Encoding"));
        HttpResponse<byte[]> json = CLIENT.send(
                HttpRequest.newBuilder(edge.uri("/api/acme/openapi.json"))
                        .header("Accept-Encoding", "gzip")
                        .build(),
                BodyHandlers.ofByteArray());
        assertEquals("gzip", header(json, "Content-Encoding"));
        String text = new String(
                new GZIPInputStream(new ByteArrayInputStream(json.body())).readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(text.startsWith("{") && text.endsWith("}"));
    }

    @Test
    @DisplayName("in the document a download is binary")
    void document() throws Exception {
        Reply reply = edge.send(HttpRequest.newBuilder(edge.uri("/api/acme/openapi.json")));
        var operation = reply.json()
                .path("paths")
                .path("/api/acme/shelf/streams/report")
                .path("get");
        assertEquals(
                "binary",
                operation.at("/responses/200/content/text~1csv/schema/format").asText(),
                operation.toString());
        assertTrue(reply.json()
                .path("components")
                .path("schemas")
                .path("shelf.Download")
                .isMissingNode());
    }
}
