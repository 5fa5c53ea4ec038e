package org.bottega.core.base;

import org.bottega.api.Problem;

/** Cursors of lists that plain SQL pages: the position, with a digest that ties it to one list, filter and tenant. */
public final class Cursors {

    private static final int DIGEST = 12;

    private Cursors() {}

    /** The cursor that continues after {@code position}. */
    public static String of(String scope, String position) {
        return Hashes.sha256(scope + '|' + position).substring(0, DIGEST) + position;
    }

    /** The position in a cursor of this very list. */
    public static String position(String scope, String cursor) {
        String position = cursor.substring(Math.min(DIGEST, cursor.length()));
        if (!of(scope, position).equals(cursor)) {
            throw Problem.invalid("cursor-invalid", "cursor", "the next of a page of this very list and filter");
        }
        return position;
    }
}
