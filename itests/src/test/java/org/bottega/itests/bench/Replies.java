package org.bottega.itests.bench;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Reads answers from a connection that stays open: just enough of HTTP/1.1 to measure with. */
final class Replies {

    private Replies() {}

    /** Reads one answer to its end and returns its status. */
    static int read(InputStream in) throws IOException {
        int status = Integer.parseInt(line(in).substring(9, 12));
        long length = 0;
        boolean chunked = false;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Long.parseLong(lower.substring(15).trim());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
        }
        if (chunked) {
            chunks(in);
        } else {
            in.skipNBytes(length);
        }
        return status;
    }

    private static void chunks(InputStream in) throws IOException {
        for (long size = size(in); size > 0; size = size(in)) {
            in.skipNBytes(size);
            line(in);
        }
        line(in);
    }

    private static long size(InputStream in) throws IOException {
        return Long.parseLong(line(in).trim(), 16);
    }

    private static String line(InputStream in) throws IOException {
        byte[] bytes = new byte[512];
        int count = 0;
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (next != '\r' && count < bytes.length) {
                bytes[count++] = (byte) next;
            }
        }
        return new String(bytes, 0, count, StandardCharsets.US_ASCII);
    }
}
