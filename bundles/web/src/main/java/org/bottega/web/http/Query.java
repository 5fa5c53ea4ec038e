package org.bottega.web.http;

import java.util.ArrayList;
import java.util.List;
import org.bottega.api.Problem;

/**
 * The query of a request, decoded and checked.
 *
 * @param raw as it was sent, or empty
 * @param names of all parameters, repeated ones repeatedly
 */
public record Query(String raw, List<String> names) {

    private static final Query NONE = new Query("", List.of());

    /**
     * Takes a query apart.
     *
     * @param raw as sent, or null
     * @throws Problem {@code characters-not-allowed} (400)
     */
    public static Query of(String raw) {
        if (raw == null || raw.isEmpty()) {
            return NONE;
        }
        if (!Chars.visible(raw)) {
            throw Chars.refused("query");
        }
        List<String> names = new ArrayList<>();
        for (String pair : raw.split("&")) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = Chars.decoded(equals < 0 ? pair : pair.substring(0, equals), true, "query");
                if (equals >= 0) {
                    Chars.decoded(pair.substring(equals + 1), true, name);
                }
                names.add(name);
            }
        }
        return new Query(raw, List.copyOf(names));
    }
}
