package org.bottega.web.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.servlet.http.HttpServletRequest;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;

/**
 * The whole body of a request, taken in before anything is done: in memory, or, where an operation takes large ones, in a
 * file that is gone afterwards. It can be read any number of times, so that a unit of work can be run again, and no database
 * transaction ever waits for a slow sender.
 */
public final class Body implements AutoCloseable {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    private static final long LEAST_BYTES_PER_SECOND = 16 * 1024;
    private static final int CHUNK = 16 * 1024;

    /** Bodies waited for at once: the other threads of the HTTP server are for everybody else. */
    private static final Semaphore WAITED_FOR = new Semaphore(30);

    private final byte[] bytes;
    private final Path file;

    private Body(byte[] bytes, Path file) {
        this.bytes = bytes;
        this.file = file;
    }

    /**
     * Takes the body into memory.
     *
     * @param limit most bytes taken
     * @param digest fed with the bytes, or null
     * @throws Problem {@code body-too-large} (413), {@code body-incomplete} or {@code body-too-slow} (400), {@code
     *     bodies-busy} (503) while many are waited for
     */
    public static Body inMemory(HttpServletRequest request, long limit, MessageDigest digest) {
        long length = checkedLength(request, limit);
        ByteArrayOutputStream out = new ByteArrayOutputStream(length < 0 ? CHUNK : (int) length);
        take(request, limit, digest, out);
        return new Body(out.toByteArray(), null);
    }

    /** The same, without a digest. */
    public static Body inMemory(HttpServletRequest request, long limit) {
        return inMemory(request, limit, null);
    }

    /** Like {@link #inMemory}, into a file. */
    public static Body inFile(HttpServletRequest request, long limit, MessageDigest digest) {
        checkedLength(request, limit);
        try {
            Path file = Files.createTempFile("bottega-body-", ".tmp");
            try (OutputStream out = Files.newOutputStream(file)) {
                take(request, limit, digest, out);
                return new Body(null, file);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long checkedLength(HttpServletRequest request, long limit) {
        long length = request.getContentLengthLong();
        if (length > limit) {
            throw tooLarge(limit);
        }
        return length;
    }

    private static void take(HttpServletRequest request, long limit, MessageDigest digest, OutputStream out) {
        try {
            InputStream in = request.getInputStream();
            long length = request.getContentLengthLong();
            if (length >= 0 && length <= in.available()) {
                take(in, limit, digest, out);
                return;
            }
            if (!WAITED_FOR.tryAcquire()) {
                throw new Problem(Kind.UNAVAILABLE, "bodies-busy", "many bodies are on their way here; try again")
                        .retryAfter(5);
            }
            try {
                take(in, limit, digest, out);
            } finally {
                WAITED_FOR.release();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void take(InputStream in, long limit, MessageDigest digest, OutputStream out) {
        long start = System.nanoTime();
        byte[] buffer = new byte[CHUNK];
        long taken = 0;
        try {
            for (int n = read(in, buffer); n >= 0; n = read(in, buffer)) {
                taken += n;
                if (taken > limit) {
                    throw tooLarge(limit);
                }
                if (digest != null) {
                    digest.update(buffer, 0, n);
                }
                out.write(buffer, 0, n);
                if (System.nanoTime() - start > PATIENCE + TimeUnit.SECONDS.toNanos(taken / LEAST_BYTES_PER_SECOND)) {
                    throw broken("body-too-slow", "the body did not arrive in time");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A read failure is the sender's: an aborted connection, a broken chunk, silence for too long. */
    private static int read(InputStream in, byte[] buffer) {
        try {
            return in.read(buffer);
        } catch (IOException | RuntimeException e) {
            Problem problem = broken("body-incomplete", "the body ended before it was complete");
            problem.initCause(e);
            throw problem;
        }
    }

    private static Problem tooLarge(long limit) {
        return new Problem(Kind.TOO_LARGE, "body-too-large", "at most " + limit + " bytes are taken")
                .with("limit", limit);
    }

    private static Problem broken(String code, String detail) {
        return new Problem(Kind.INVALID, code, detail);
    }

    /** The body from its beginning. */
    public InputStream open() {
        try {
            return file == null ? new ByteArrayInputStream(bytes) : Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
