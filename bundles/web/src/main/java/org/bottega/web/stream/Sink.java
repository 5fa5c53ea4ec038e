package org.bottega.web.stream;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpServletResponse;

/**
 * Where a writer writes to: counts, cuts off a reader who dawdles, and remembers whether it was the reader who failed. It is
 * the platform that closes it.
 */
final class Sink extends OutputStream {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);
    private static final long LEAST_BYTES_PER_SECOND = 4 * 1024;

    private final HttpServletResponse response;
    private OutputStream out;
    private IOException failure;
    private long taken;
    private long waited;

    Sink(HttpServletResponse response) {
        this.response = response;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        long start = System.nanoTime();
        try {
            out().write(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
        taken += length;
        waited += System.nanoTime() - start;
        if (waited > PATIENCE + TimeUnit.SECONDS.toNanos(taken / LEAST_BYTES_PER_SECOND)) {
            failure = new IOException("the reader is too slow");
            throw failure;
        }
    }

    private OutputStream out() throws IOException {
        if (out == null) {
            out = response.getOutputStream();
        }
        return out;
    }

    @Override
    public void flush() throws IOException {
        try {
            out().flush();
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }

    @Override
    public void close() {}

    /** Why the reader got no more, or null. */
    IOException failure() {
        return failure;
    }

    /** Bytes that were written. */
    long taken() {
        return taken;
    }
}
