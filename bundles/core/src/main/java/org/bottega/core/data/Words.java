package org.bottega.core.data;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bottega.api.spi.Traces;

/** Finds in texts by what somebody is known, in whatever case, also as it is written in JSON, HTML or an address. */
final class Words {

    /** Stands for a name or number that was erased. */
    static final String GONE = "erased";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String NO_LETTER_BEFORE = "(?<![\\p{L}\\p{N}])";
    private static final String NO_LETTER_BEHIND = "(?![\\p{L}\\p{N}])";
    static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}]+");

    private final Set<String> ids;
    private final Map<String, String> stand = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> names = new LinkedHashSet<>();
    private final Map<Pattern, String> marks;
    private final List<Pattern> nameWords = new ArrayList<>();

    /** With {@code pseudonym} for {@code first}, the address that he was asked for by; others have a number added. */
    Words(Traces person, String first, String pseudonym) {
        this.ids = person.ids();
        this.marks = new LinkedHashMap<>();
        int addresses = 1;
        for (String mark : longestFirst(person.marks())) {
            boolean address = mark.indexOf('@') > 0;
            String instead = GONE;
            if (address) {
                instead = mark.equalsIgnoreCase(first) ? pseudonym : pseudonym.replace("@", "-" + ++addresses + '@');
            }
            stand.put(mark, instead);
            for (String variant : variants(mark)) {
                marks.put(address ? address(variant) : word(variant), instead);
            }
        }
        for (String name : longestFirst(person.names())) {
            names.add(name.toLowerCase(Locale.ROOT));
            variants(name).forEach(v -> nameWords.add(word(v)));
        }
    }

    /** One that begins another would leave the rest of that behind. */
    static List<String> longestFirst(Set<String> texts) {
        List<String> sorted = new ArrayList<>(texts);
        sorted.sort(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        return sorted;
    }

    static Set<String> variants(String text) {
        return new LinkedHashSet<>(List.of(
                text,
                URLEncoder.encode(text, StandardCharsets.UTF_8),
                text.replace("\\", "\\\\").replace("\"", "\\\""),
                text.replace("&", "&amp;")
                        .replace("'", "&#39;")
                        .replace("\"", "&quot;")
                        .replace("<", "&lt;")));
    }

    /** Not as the end of a longer local part, nor as the beginning of a longer domain. */
    private static Pattern address(String text) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}.+_-])" + Pattern.quote(text) + "(?![\\p{L}\\p{N}_-]|\\.[\\p{L}\\p{N}])", FLAGS);
    }

    private static Pattern word(String text) {
        return Pattern.compile(NO_LETTER_BEFORE + Pattern.quote(text) + NO_LETTER_BEHIND, FLAGS);
    }

    /** Whether the text is one of his marks and nothing else. */
    boolean isMark(String text) {
        return stand.containsKey(text);
    }

    /** What stands for such a text from now on. */
    String instead(String mark) {
        return stand.get(mark);
    }

    boolean isName(String text) {
        return names.contains(text.toLowerCase(Locale.ROOT));
    }

    /** Whether a mark or an id of his stands in the text. */
    boolean ties(String text) {
        if (isMark(text) || ids.contains(text)) {
            return true;
        }
        for (Pattern mark : marks.keySet()) {
            if (mark.matcher(text).find()) {
                return true;
            }
        }
        Matcher token = TOKEN.matcher(text);
        while (!ids.isEmpty() && token.find()) {
            if (ids.contains(token.group())) {
                return true;
            }
        }
        return false;
    }

    /** Without his marks and, where {@code withNames}, without his names. */
    String without(String text, boolean withNames) {
        String left = text;
        for (Map.Entry<Pattern, String> mark : marks.entrySet()) {
            left = mark.getKey().matcher(left).replaceAll(Matcher.quoteReplacement(mark.getValue()));
        }
        for (Pattern name : withNames ? nameWords : List.<Pattern>of()) {
            left = name.matcher(left).replaceAll(GONE);
        }
        return left;
    }
}
