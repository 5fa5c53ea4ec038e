package org.bottega.sales.imports;

import java.io.InputStream;
import java.util.Optional;
import java.util.function.IntFunction;

/** A stored file as a stream; one piece of it is held at a time. */
final class ChunkInput extends InputStream {

    private final IntFunction<Optional<byte[]>> pieces;
    private byte[] piece = {};
    private int position;
    private int next;

    /**
     * @param pieces gives a piece, counted from 0; empty behind the last
     */
    ChunkInput(IntFunction<Optional<byte[]>> pieces) {
        this.pieces = pieces;
    }

    @Override
    public int read() {
        return fill() ? piece[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        if (!fill()) {
            return -1;
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, target, offset, count);
        position += count;
        return count;
    }

    private boolean fill() {
        if (position == piece.length && piece.length > 0 || next == 0) {
            piece = pieces.apply(next++).orElse(new byte[] {});
            position = 0;
        }
        return position < piece.length;
    }
}
