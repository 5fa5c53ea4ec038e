package org.bottega.ticketing.deadline;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of deadlines in one language, and moments and lengths of time written in it. */
record Words(ResourceBundle bundle, Locale language, ZoneId id, boolean years) {

    static Words in(Locale language, ZoneId zone, boolean years) {
        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.bottega.ticketing.deadline.words",
                language,
                Words.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Locale found = bundle.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : bundle.getLocale();
        return new Words(bundle, found, zone, years);
    }

    String get(String name, Object... arguments) {
        return new MessageFormat(bundle.getString(name), language).format(arguments);
    }

    String zone() {
        return id.getDisplayName(TextStyle.FULL, language);
    }

    String moment(Instant at) {
        return moment(LocalDateTime.ofInstant(at, id));
    }

    /** Seconds only if there are any; the year only if the whole does not lie within one. */
    String moment(LocalDateTime at) {
        String date = bundle.getString(years ? "date.year" : "date");
        String time = bundle.getString(at.getSecond() == 0 ? "time" : "time.seconds");
        return DateTimeFormatter.ofPattern(date + " " + time, language).format(at);
    }

    /** Hours, minutes and seconds, of each only if there are any. */
    String length(Duration time) {
        List<String> parts = new ArrayList<>();
        add(parts, "hours", time.toHours());
        add(parts, "minutes", time.toMinutesPart());
        add(parts, "seconds", time.toSecondsPart());
        return switch (parts.size()) {
            case 0 -> get("minutes", 0);
            case 1 -> parts.get(0);
            case 2 -> get("two", parts.toArray());
            default -> get("three", parts.toArray());
        };
    }

    private void add(List<String> parts, String name, long number) {
        if (number > 0) {
            parts.add(get(name, number));
        }
    }
}
