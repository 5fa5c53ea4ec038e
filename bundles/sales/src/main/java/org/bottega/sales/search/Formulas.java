package org.bottega.sales.search;

import java.util.regex.Pattern;

/**
 * Texts that a spreadsheet would run as a formula. An apostrophe in front makes them texts; one more apostrophe in front of
 * those that begin so by themselves makes the way back exact.
 */
public final class Formulas {

    private static final Pattern DANGEROUS = Pattern.compile("'*[=+@\\t\\r-].*", Pattern.DOTALL);

    private Formulas() {}

    /** The text, harmless. */
    public static String tame(String text) {
        return text != null && DANGEROUS.matcher(text).matches() ? "'" + text : text;
    }

    /** What {@link #tame} was given. */
    public static String wild(String text) {
        return text.startsWith("'") && DANGEROUS.matcher(text).matches() ? text.substring(1) : text;
    }
}
