package org.bottega.web.stream;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes as many bytes as were announced, not one more and not one less. */
final class Measured extends FilterOutputStream {

    private long left;

    /** With {@code length} negative, takes any number. */
    Measured(OutputStream out, long length) {
        super(out);
        this.left = length < 0 ? Long.MAX_VALUE : length;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (length > left) {
            throw new IOException("more bytes were written than announced");
        }
        out.write(bytes, offset, length);
        left -= left == Long.MAX_VALUE ? 0 : length;
    }

    /** Not yet: what has not been sent can still be replaced by a refusal. */
    @Override
    public void flush() {}

    /** Ends it; what is below stays open. */
    void end() throws IOException {
        if (left > 0 && left < Long.MAX_VALUE) {
            throw new IOException(left + " bytes fewer were written than announced");
        }
    }

    @Override
    public void close() {}
}
