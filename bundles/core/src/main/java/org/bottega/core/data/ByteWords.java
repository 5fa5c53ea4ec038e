package org.bottega.core.data;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bottega.api.spi.Traces;

/**
 * Strikes out in bytes, of a text in UTF-8 or Latin-1 or of anything else, by what somebody is known: his marks, and his names
 * in lines where a mark or an id of his stands. Lengths stay, so that what is around them stays as it was.
 */
final class ByteWords {

    private static final Charset BYTES = StandardCharsets.ISO_8859_1;
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9]+");

    private final Set<String> ids;
    private final List<Pattern> marks = new ArrayList<>();
    private final List<Pattern> names = new ArrayList<>();

    ByteWords(Traces person) {
        ids = person.ids();
        Words.longestFirst(person.marks()).forEach(mark -> add(mark, marks));
        Words.longestFirst(person.names()).forEach(name -> add(name, names));
    }

    private static void add(String text, List<Pattern> patterns) {
        for (String variant : Words.variants(text)) {
            for (Charset charset : List.of(StandardCharsets.UTF_8, BYTES)) {
                String bytes = new String(variant.getBytes(charset), BYTES);
                patterns.add(Pattern.compile(
                        "(?<![A-Za-z0-9.+_-])" + Pattern.quote(bytes) + "(?![A-Za-z0-9_-]|\\.[A-Za-z0-9])",
                        Pattern.CASE_INSENSITIVE));
            }
        }
    }

    /** Whether a mark or an id of his stands in them. */
    boolean tie(byte[] content) {
        return tie(new String(content, BYTES));
    }

    private boolean tie(String bytes) {
        for (Pattern mark : marks) {
            if (mark.matcher(bytes).find()) {
                return true;
            }
        }
        Matcher token = TOKEN.matcher(bytes);
        while (!ids.isEmpty() && token.find()) {
            if (ids.contains(token.group())) {
                return true;
            }
        }
        return false;
    }

    /** The same number of bytes; the very same object when nothing of his stands in them. */
    byte[] strike(byte[] content) {
        String bytes = new String(content, BYTES);
        if (!tie(bytes)) {
            return content;
        }
        StringBuilder left = new StringBuilder(bytes.length());
        for (int at = 0; at < bytes.length(); ) {
            int end = bytes.indexOf('\n', at);
            int next = end < 0 ? bytes.length() : end + 1;
            left.append(strike(bytes.substring(at, next)));
            at = next;
        }
        return bytes.contentEquals(left) ? content : left.toString().getBytes(BYTES);
    }

    private String strike(String line) {
        if (!tie(line)) {
            return line;
        }
        String left = line;
        for (List<Pattern> words : List.of(marks, names)) {
            for (Pattern word : words) {
                left = word.matcher(left)
                        .replaceAll(found -> "x".repeat(found.group().length()));
            }
        }
        return left;
    }
}
