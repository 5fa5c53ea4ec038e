package org.bottega.sales.imports.csv;

/**
 * Why a line was not imported.
 *
 * @param line where the record begins, counted from 1 with the header
 * @param field what was to be read, such as {@code amount}, or null when it is the line as a whole
 * @param code stable code, such as {@code amount-invalid}
 * @param detail what would be right, in at most {@link #LONGEST} characters
 */
public record LineError(int line, String field, String code, String detail) {

    /** Most characters of a detail. */
    public static final int LONGEST = 300;

    public LineError {
        if (detail.length() > LONGEST) {
            detail = detail.substring(0, LONGEST - 1) + '…';
        }
    }
}
