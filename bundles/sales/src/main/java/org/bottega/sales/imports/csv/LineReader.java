package org.bottega.sales.imports.csv;

import java.io.IOException;
import java.io.Reader;

/**
 * Lines of a text, ended by LF, CRLF or CR. Of an endless line no more than {@link #LONGEST} characters are ever held; the
 * rest is skipped.
 */
final class LineReader {

    /** Most characters of one line. */
    static final int LONGEST = 65_536;

    /**
     * A line.
     *
     * @param number counted from 1
     * @param cut whether it was longer than {@link #LONGEST}
     */
    record Line(int number, String text, boolean cut) {}

    private final Reader in;
    private final char[] buffer = new char[8_192];
    private int position;
    private int end;
    private int number;
    private boolean afterReturn;

    LineReader(Reader in) {
        this.in = in;
    }

    /** The next line, or null after the last. */
    Line next() throws IOException {
        if (afterReturn && fill() && buffer[position] == '\n') {
            position++;
        }
        afterReturn = false;
        if (!fill()) {
            return null;
        }
        number++;
        StringBuilder text = new StringBuilder();
        boolean cut = false;
        while (fill()) {
            int stop = endOfLine();
            int room = LONGEST - text.length();
            text.append(buffer, position, Math.min(stop - position, room));
            cut |= stop - position > room;
            position = stop;
            if (stop < end) {
                afterReturn = buffer[position++] == '\r';
                break;
            }
        }
        return new Line(number, withoutMark(text), cut);
    }

    /** Goes over lines up to and with this number, without keeping them. */
    void skipTo(int line) throws IOException {
        while (number < line && next() != null) {
            continue;
        }
    }

    private int endOfLine() {
        int i = position;
        while (i < end && buffer[i] != '\n' && buffer[i] != '\r') {
            i++;
        }
        return i;
    }

    private boolean fill() throws IOException {
        if (position == end) {
            position = 0;
            end = Math.max(0, in.read(buffer, 0, buffer.length));
        }
        return position < end;
    }

    /** The byte order mark that some programs write before the first line. */
    private String withoutMark(StringBuilder text) {
        return number == 1 && text.length() > 0 && text.charAt(0) == '\uFEFF' ? text.substring(1) : text.toString();
    }
}
