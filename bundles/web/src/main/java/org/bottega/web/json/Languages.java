package org.bottega.web.json;

import java.util.Locale;
import org.bottega.api.Problem;

/** Languages as callers write them. */
public final class Languages {

    private Languages() {}

    /**
     * The language, or null for null.
     *
     * @throws Problem {@code locale-unknown} (400) when it is no language tag
     */
    public static Locale of(String tag) {
        if (tag == null) {
            return null;
        }
        Locale locale = Locale.forLanguageTag(tag);
        if (tag.isEmpty() || !locale.toLanguageTag().equalsIgnoreCase(tag)) {
            throw Problem.invalid("locale-unknown", "locale", "a language such as en, it or pt-BR is expected");
        }
        return locale;
    }
}
