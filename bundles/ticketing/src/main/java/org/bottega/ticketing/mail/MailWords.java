package org.bottega.ticketing.mail;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import org.bottega.api.Problem;
import org.bottega.ticketing.Actor;

/** The words of tickets in one language, English where there are none in it, and moments in the seller's zone. */
public record MailWords(ResourceBundle bundle, Locale language, ZoneId zone) {

    public static MailWords in(Locale wanted, ZoneId zone) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.bottega.ticketing.mail.words",
                wanted,
                MailWords.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Locale found = bundle.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : bundle.getLocale();
        return new MailWords(bundle, found, zone);
    }

    /** The text of this name, with {@code values} in its {@code %s}. */
    public String get(String name, Object... values) {
        return String.format(language, bundle.getString(name), values);
    }

    /** The word for one of a kind. */
    public String of(String kind, Enum<?> one) {
        return get(kind + '.' + one.name());
    }

    String actor(Actor actor) {
        return of("actor", actor);
    }

    /** A reason, of sales or of support; its code where there is no word for it. */
    public String reason(String code) {
        String name = "reason." + code;
        return bundle.containsKey(name) ? bundle.getString(name) : code;
    }

    /** A refusal, if there are words for it. */
    public Optional<String> problem(Problem problem) {
        String name = "problem." + problem.code();
        return bundle.containsKey(name) ? Optional.of(bundle.getString(name)) : Optional.empty();
    }

    /** Day and time, without the zone. */
    public String moment(Instant at) {
        return DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm", language)
                .withZone(zone)
                .format(at);
    }
}
