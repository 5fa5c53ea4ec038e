package org.bottega.web.http;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.servlet.ServletInputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.bottega.api.spi.Download;

/**
 * A whole answer, in memory; or, for the servlet to stream, a download.
 *
 * @param type content type, or null without a body
 * @param body never null
 * @param headers further headers
 * @param download to be sent instead of a body, or null
 */
public record Answer(int status, String type, byte[] body, Map<String, String> headers, Download download) {

    /** Of JSON answers. */
    public static final String JSON = "application/json";

    private static final byte[] NOTHING = {};
    private static final String CONNECTION = "Connection";
    private static final long LINGER_BYTES = 8L << 20;
    private static final long LINGER_NANOS = TimeUnit.SECONDS.toNanos(2);
    private static final long SILENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    /** A whole answer. */
    public Answer(int status, String type, byte[] body, Map<String, String> headers) {
        this(status, type, body, headers, null);
    }

    /** A download. */
    public static Answer of(Download download) {
        return new Answer(HttpServletResponse.SC_OK, download.contentType(), NOTHING, Map.of(), download);
    }

    /** A JSON answer. */
    public static Answer json(int status, byte[] body) {
        return new Answer(status, JSON, body, Map.of());
    }

    /** An answer without a body. */
    public static Answer empty(int status) {
        return new Answer(status, null, NOTHING, Map.of());
    }

    /** The same answer with one more header. */
    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, type, body, more, download);
    }

    /** The same answer, after which the connection is closed: the rest of the request is not worth reading. */
    public Answer closing() {
        return with(CONNECTION, "close");
    }

    /** Whether it says that the wish was fulfilled (2xx). */
    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** Sends it, with the security headers that every answer has. */
    public void send(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(status);
        SecurityHeaders.set(request, response);
        headers.forEach(response::setHeader);
        if (type != null) {
            response.setContentType(type);
        }
        byte[] sent = Gzip.packed(body, type, request, response);
        if (status != HttpServletResponse.SC_NO_CONTENT && status != HttpServletResponse.SC_NOT_MODIFIED) {
            response.setContentLength(sent.length);
        }
        if (sent.length > 0 && !"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(sent);
        }
        if (headers.containsKey(CONNECTION)) {
            response.flushBuffer();
            linger(request);
        }
    }

    /**
     * Takes in a little of what is still being sent: a connection cut at once would lose the answer on its way. Nobody is
     * waited for who sends nothing: a thread is worth more than a polite end.
     */
    private static void linger(HttpServletRequest request) throws IOException {
        ServletInputStream in = request.getInputStream();
        byte[] buffer = new byte[16 * 1024];
        long start = System.nanoTime();
        long heard = start;
        for (long taken = 0, now = start;
                !in.isFinished() && taken < LINGER_BYTES && now - start < LINGER_NANOS && now - heard < SILENCE_NANOS;
                now = System.nanoTime()) {
            if (in.available() > 0) {
                taken += in.read(buffer);
                heard = System.nanoTime();
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
    }
}
