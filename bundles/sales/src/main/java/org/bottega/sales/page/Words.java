package org.bottega.sales.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.bottega.api.Problem;
import org.bottega.api.spi.LinkPage.Fact;
import org.bottega.sales.Moments;

/** The texts of the pages in one language. */
record Words(Locale language, ResourceBundle bundle) {

    static Words in(Locale language) {
        return new Words(
                language,
                ResourceBundle.getBundle(
                        "org.bottega.sales.page.words",
                        language,
                        Words.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** The text of this name, with {@code values} in its {@code %s}. */
    String get(String name, Object... values) {
        return String.format(language, bundle.getString(name), values);
    }

    /** A refusal, if there are words for it. */
    Optional<String> of(Problem problem) {
        return bundle.containsKey(problem.code()) ? Optional.of(bundle.getString(problem.code())) : Optional.empty();
    }

    Fact fact(String label, String value) {
        return new Fact(get(label), value);
    }

    /** Where to write for help (SAL-13). */
    Fact help(String email) {
        String address = URLEncoder.encode(email, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%40", "@");
        return new Fact(get("help"), email, "mailto:" + address);
    }

    /** A day and time, as mails tell it. */
    String time(Instant at, ZoneId zone) {
        return Moments.text(at, zone, language);
    }
}
