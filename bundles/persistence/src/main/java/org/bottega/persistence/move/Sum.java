package org.bottega.persistence.move;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;

/** Count and checksum of rows, whatever their order: the sum of the SHA-256 of each. */
final class Sum {

    private final long[] parts = new long[4];
    private final MessageDigest digest;
    private long rows;

    Sum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    void add(Object[] row) {
        for (Object value : row) {
            byte[] bytes = bytes(value);
            digest.update(ByteBuffer.allocate(Integer.BYTES + 1)
                    .put((byte) (value == null ? 0 : 1))
                    .putInt(bytes.length)
                    .array());
            digest.update(bytes);
        }
        ByteBuffer hash = ByteBuffer.wrap(digest.digest());
        for (int i = 0; i < parts.length; i++) {
            parts[i] += hash.getLong();
        }
        rows++;
    }

    private static byte[] bytes(Object value) {
        if (value == null) {
            return new byte[0];
        }
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        Object plain = value instanceof Instant at ? at.toEpochMilli() : value;
        return plain.toString().getBytes(StandardCharsets.UTF_8);
    }

    long rows() {
        return rows;
    }

    boolean same(Sum other) {
        return rows == other.rows && Arrays.equals(parts, other.parts);
    }

    /** The first digits of the checksum. */
    String text() {
        return HexFormat.of().toHexDigits(parts[0]);
    }
}
