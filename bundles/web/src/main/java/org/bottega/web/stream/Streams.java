package org.bottega.web.stream;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;
import org.bottega.api.spi.Download;
import org.bottega.web.http.Answer;
import org.bottega.web.http.Problems;
import org.bottega.web.http.RequestIds;
import org.bottega.web.http.SecurityHeaders;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends downloads, without ever holding one in memory. */
public final class Streams {

    /** Streams at once: the other threads of the HTTP server are for everybody else. */
    static final int AT_ONCE = 50;

    private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

    private final Semaphore free = new Semaphore(AT_ONCE);
    private final Problems problems;

    public Streams(Problems problems) {
        this.problems = problems;
    }

    /**
     * Sends a download, or the part of it that was asked for.
     *
     * @param id of the request
     * @return the answer to send instead when nothing of the download is to be sent, or null when it has been sent
     * @throws Problem what the writer throws while nothing has been sent, or 503 {@code streams-busy}
     * @throws Aborted when it could not be sent to its end
     */
    public Answer send(Download download, HttpServletRequest request, HttpServletResponse response, String id)
            throws IOException {
        Delivery delivery = Delivery.of(download, request);
        if (delivery.isKnown(request)) {
            return Answer.empty(HttpServletResponse.SC_NOT_MODIFIED)
                    .with("ETag", delivery.tag())
                    .with("Cache-Control", "private, no-cache");
        }
        if (delivery.span() != null && delivery.span().isEmpty()) {
            Problem outside =
                    new Problem(Kind.RANGE, "range-not-satisfiable", "the content has " + download.length() + " bytes");
            return problems.of(outside, request.getRequestURI(), id)
                    .with("Content-Range", "bytes */" + download.length());
        }
        if ("HEAD".equals(request.getMethod())) {
            begin(delivery, request, response);
            return null;
        }
        if (!free.tryAcquire()) {
            throw new Problem(Kind.UNAVAILABLE, "streams-busy", "many downloads are under way here; try again")
                    .retryAfter(5);
        }
        try {
            begin(delivery, request, response);
            stream(delivery, request, response, id);
            return null;
        } finally {
            free.release();
        }
    }

    private static void begin(Delivery delivery, HttpServletRequest request, HttpServletResponse response) {
        SecurityHeaders.set(request, response);
        delivery.head(response);
    }

    private static void stream(Delivery delivery, HttpServletRequest request, HttpServletResponse response, String id)
            throws IOException {
        Sink sink = new Sink(response);
        try {
            delivery.body(sink);
        } catch (IOException | RuntimeException | Error e) {
            if (sink.failure() != null) {
                LOG.debug("The reader of {} went away after {} bytes", request.getRequestURI(), sink.taken(), e);
                throw new Aborted(sink.failure());
            }
            if (response.isCommitted()) {
                LOG.error("Request {} to {} broke off after {} bytes", id, request.getRequestURI(), sink.taken(), e);
                throw new Aborted(e);
            }
            response.reset();
            response.setHeader(RequestIds.HEADER, id);
            throw e;
        }
    }
}
