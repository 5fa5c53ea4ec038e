package org.bottega.core.shell;

import org.bottega.api.PageRequest;
import org.bottega.api.Problem;

/** The option {@code --limit}. It is declared as text: the shell does not make numbers of all that looks like one. */
final class Limit {

    static final String DEFAULT = "50";

    private Limit() {}

    /** The number, 1 to 500. */
    static int of(String text) {
        try {
            return new PageRequest(Integer.parseInt(text), null).limit();
        } catch (NumberFormatException e) {
            throw Problem.invalid("limit-invalid", "limit", "a number is expected");
        }
    }
}
