package org.bottega.web.page;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import javax.servlet.http.HttpServletRequest;

/** The pages' texts in the reader's language, of those there are. */
record Texts(String language, ResourceBundle bundle) {

    private static final List<String> LANGUAGES = List.of("en", "it");

    /** By {@code Accept-Language}, else the marketplace's language, else English. */
    static Texts of(HttpServletRequest request, Locale otherwise) {
        Stream<Locale> wanted = request.getHeader("Accept-Language") == null
                ? Stream.empty()
                : Collections.list(request.getLocales()).stream();
        return of(Stream.concat(wanted, Stream.of(otherwise)));
    }

    /** In this language, else English. */
    static Texts of(Locale locale) {
        return of(Stream.of(locale));
    }

    private static Texts of(Stream<Locale> wanted) {
        String language = wanted.map(Locale::getLanguage)
                .filter(LANGUAGES::contains)
                .findFirst()
                .orElse(LANGUAGES.get(0));
        return new Texts(
                language,
                ResourceBundle.getBundle(
                        "org.bottega.web.page.texts",
                        Locale.forLanguageTag(language),
                        Texts.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    String get(String name) {
        return bundle.getString(name);
    }

    List<String> get(String... names) {
        return Stream.of(names).map(this::get).toList();
    }

    /** The text for a refusal, or for any refusal when it has none of its own. */
    String nameOf(String code) {
        return bundle.containsKey(code) ? code : "refused";
    }
}
