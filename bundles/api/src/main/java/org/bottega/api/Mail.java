package org.bottega.api;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A mail to be sent after the unit of work commits.
 *
 * @param module id of the module whose bundle holds the template at {@code /mail/<template>_<language>.mustache}; first line
 *     {@code Subject: …}, an empty line, then the text
 * @param template template name, for example {@code receipt}
 * @param to the one receiver's address
 * @param locale wanted language; English is used where the template has no such language
 * @param model values of the template
 * @param about id of the thing it is about, for the operator's lists
 */
public record Mail(String module, String template, String to, Locale locale, Map<String, ?> model, String about) {
    public Mail {
        Objects.requireNonNull(module, "module");
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(to, "to");
        Objects.requireNonNull(locale, "locale");
        model = Map.copyOf(model);
    }
}
