package org.bottega.api.spi;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;

/**
 * An answer that is streamed: what a REST operation returns instead of a record. The writer runs after the operation
 * returned, as the same caller and outside any unit of work; it opens short ones itself.
 *
 * @param contentType media type
 * @param fileName the name to save it under, or null to show it
 * @param length bytes, or -1 when nobody knows before the end; only with a length can a part ({@code Range}) be asked for
 * @param etag changes whenever the content does, or null
 */
public record Download(String contentType, String fileName, long length, String etag, Writer writer) {
    public Download {
        Objects.requireNonNull(contentType);
        Objects.requireNonNull(writer);
    }

    /** Something of unknown length that is always sent whole. */
    public static Download whole(String contentType, String fileName, Writer writer) {
        return new Download(contentType, fileName, -1, null, writer);
    }

    /** Writes the content. */
    @FunctionalInterface
    public interface Writer {

        /**
         * Writes the bytes from {@code from} (inclusive) to {@code to} (exclusive); with an unknown length these are 0 and
         * {@link Long#MAX_VALUE}.
         */
        void write(OutputStream out, long from, long to) throws IOException;
    }
}
