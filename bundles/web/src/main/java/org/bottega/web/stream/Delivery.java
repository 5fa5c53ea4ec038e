package org.bottega.web.stream;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Enumeration;
import java.util.zip.GZIPOutputStream;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.bottega.api.spi.Download;
import org.bottega.web.http.Gzip;

/**
 * What of a download goes out, and how.
 *
 * @param span the part that was asked for, or null for all
 * @param packed whether it goes out as gzip
 */
record Delivery(Download download, Span span, boolean packed) {

    private static final int CHUNK = 16 * 1024;
    private static final String UNKNOWN_TYPE = "application/octet-stream";

    static Delivery of(Download download, HttpServletRequest request) {
        boolean parts = download.length() >= 0 && "GET".equals(request.getMethod());
        Span span = parts && isSame(request.getHeader("If-Range"), download)
                ? Span.of(request.getHeader("Range"), download.length())
                : null;
        boolean packed = span == null && Gzip.suits(download.contentType()) && Gzip.isTaken(request);
        return new Delivery(download, span, packed);
    }

    /** Whether a part may be sent of what the caller has the rest of; dates say nothing here. */
    private static boolean isSame(String condition, Download download) {
        return condition == null || download.etag() != null && condition.equals(quoted(download.etag()));
    }

    /** Whether the caller has it already. */
    boolean isKnown(HttpServletRequest request) {
        Enumeration<String> headers = request.getHeaders("If-None-Match");
        while (download.etag() != null && headers.hasMoreElements()) {
            for (String tag : headers.nextElement().split(",")) {
                String plain = tag.trim().replaceFirst("^W/", "");
                if (plain.equals("*") || plain.equals(quoted(download.etag()))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String quoted(String tag) {
        return '"' + tag + '"';
    }

    /** The entity tag as it is told, or null. The packed form has other bytes, so it is the same in meaning only. */
    String tag() {
        return download.etag() == null ? null : (packed ? "W/" : "") + quoted(download.etag());
    }

    void head(HttpServletResponse response) {
        response.setStatus(span == null ? HttpServletResponse.SC_OK : HttpServletResponse.SC_PARTIAL_CONTENT);
        String type = download.contentType();
        response.setContentType(type.matches("[\\x21-\\x7e ]{1,200}") ? type : UNKNOWN_TYPE);
        response.setHeader("Content-Disposition", Disposition.of(download.fileName()));
        response.setHeader("Accept-Ranges", download.length() < 0 ? "none" : "bytes");
        if (tag() != null) {
            response.setHeader("ETag", tag());
            response.setHeader("Cache-Control", "private, no-cache");
        }
        if (Gzip.suits(download.contentType())) {
            response.addHeader("Vary", "Accept-Encoding");
        }
        if (packed) {
            Gzip.mark(response);
        } else if (span != null) {
            response.setHeader(
                    "Content-Range", "bytes " + span.from() + "-" + (span.to() - 1) + "/" + download.length());
            response.setContentLengthLong(span.length());
        } else if (download.length() >= 0) {
            response.setContentLengthLong(download.length());
        }
    }

    /** Writes the bytes; they are complete only when nothing was thrown. */
    void body(Sink sink) throws IOException {
        if (packed) {
            GZIPOutputStream out = new GZIPOutputStream(sink, CHUNK);
            write(out);
            out.finish();
        } else {
            write(sink);
        }
    }

    private void write(OutputStream out) throws IOException {
        Measured measured = new Measured(out, span == null ? download.length() : span.length());
        OutputStream buffered = new BufferedOutputStream(measured, CHUNK);
        long end = download.length() < 0 ? Long.MAX_VALUE : download.length();
        download.writer().write(buffered, span == null ? 0 : span.from(), span == null ? end : span.to());
        buffered.flush();
        measured.end();
    }
}
