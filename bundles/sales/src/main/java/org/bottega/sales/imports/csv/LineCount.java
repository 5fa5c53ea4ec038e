package org.bottega.sales.imports.csv;

/** Counts the lines of a file as its pieces pass by. A last line without an end counts too. */
public final class LineCount {

    private long bytes;
    private int ends;
    private byte last = '\n';

    /** The next piece. */
    public void add(byte[] piece) {
        for (byte b : piece) {
            if (b == '\r' || b == '\n' && last != '\r') {
                ends++;
            }
            last = b;
        }
        bytes += piece.length;
    }

    public int lines() {
        return last == '\n' || last == '\r' ? ends : ends + 1;
    }

    public long bytes() {
        return bytes;
    }
}
