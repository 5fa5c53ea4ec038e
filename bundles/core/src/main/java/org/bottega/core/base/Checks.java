package org.bottega.core.base;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.bottega.api.Problem;

/** What the platform takes as a slug, a text, an address, a zone, a language. Each refusal is a 400 that names the field. */
public final class Checks {

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9-]{1,29}");
    private static final Pattern EMAIL =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                    + "@[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");
    private static final int EMAIL_LENGTH = 254;
    private static final int EMAIL_LOCAL_LENGTH = 64;
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Checks() {}

    /** A slug: 2 to 30 lower-case letters, digits and hyphens, a letter first. */
    public static String slug(String field, String value) {
        if (value == null || !SLUG.matcher(value).matches()) {
            throw Problem.invalid(
                    "slug-invalid", field, "2 to 30 lower-case letters, digits and hyphens, beginning with a letter");
        }
        return value;
    }

    /** A line of text, trimmed: not blank, no control characters, nothing beyond the basic multilingual plane. */
    public static String text(String field, String value, int max) {
        String text = value == null ? "" : value.strip();
        if (text.isEmpty()) {
            throw Problem.invalid("text-missing", field, "a text is expected");
        }
        if (text.length() > max) {
            throw Problem.invalid("text-too-long", field, "at most " + max + " characters");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) || Character.isSurrogate((char) c))) {
            throw Problem.invalid("text-invalid", field, "no control characters and no four-byte characters");
        }
        return text;
    }

    /** An e-mail address; the case of its letters is kept. */
    public static String email(String field, String value) {
        boolean good = value != null
                && value.length() <= EMAIL_LENGTH
                && value.indexOf('@') <= EMAIL_LOCAL_LENGTH
                && EMAIL.matcher(value).matches();
        if (!good) {
            throw Problem.invalid("email-invalid", field, "an e-mail address such as ann@example.com is expected");
        }
        return value;
    }

    /** A zone by name; offsets are refused since they know no summer time. */
    public static ZoneId zone(String field, String value) {
        if (value == null || !ZoneId.getAvailableZoneIds().contains(value)) {
            throw Problem.invalid("zone-unknown", field, "a time zone such as Europe/Rome is expected");
        }
        return ZoneId.of(value);
    }

    /** A language, perhaps with a country: {@code en}, {@code it-IT}. */
    public static Locale locale(String field, String value) {
        Locale locale = Locale.forLanguageTag(value == null ? "" : value.replace('_', '-'));
        boolean known = LANGUAGES.contains(locale.getLanguage())
                && (locale.getCountry().isEmpty() || COUNTRIES.contains(locale.getCountry()));
        String plain = locale.getLanguage() + (locale.getCountry().isEmpty() ? "" : "-" + locale.getCountry());
        if (!known || !plain.equalsIgnoreCase(value.replace('_', '-'))) {
            throw Problem.invalid("locale-unknown", field, "a language such as en, it or pt-BR is expected");
        }
        return locale;
    }
}
