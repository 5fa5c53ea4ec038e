package org.bottega.web.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.bottega.api.Problem;

/**
 * Which characters are taken, anywhere: no control characters but tab and line ends, nothing beyond U+FFFF, nothing that is
 * not UTF-8. Both databases then store and sort text alike.
 */
public final class Chars {

    private Chars() {}

    /** Whether all characters may be taken. */
    public static boolean clean(CharSequence text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' ? c != '\n' && c != '\r' && c != '\t' : c >= 0x7f && (c < 0xa0 || Character.isSurrogate(c))) {
                return false;
            }
        }
        return true;
    }

    /** The refusal (400) of a field with other characters. */
    public static Problem refused(String field) {
        return Problem.invalid(
                "characters-not-allowed",
                field,
                "text in UTF-8 without control characters and without characters beyond U+FFFF is expected");
    }

    /** Whether every character is visible ASCII. */
    public static boolean visible(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < 0x21 || text.charAt(i) > 0x7e) {
                return false;
            }
        }
        return true;
    }

    /**
     * Decodes percent signs, and plus signs when {@code plus}.
     *
     * @param name of the field, for the refusal
     * @throws Problem {@code characters-not-allowed} when the result is not clean UTF-8
     */
    public static String decoded(String raw, boolean plus, String name) {
        boolean encoded = raw.indexOf('%') >= 0 || plus && raw.indexOf('+') >= 0;
        String text = encoded ? decode(raw, plus, name) : raw;
        if (!clean(text)) {
            throw refused(name);
        }
        return text;
    }

    private static String decode(String raw, boolean plus, String name) {
        byte[] bytes = new byte[raw.length()];
        int length = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '%') {
                boolean whole = i + 2 < raw.length();
                int high = whole ? Character.digit(raw.charAt(i + 1), 16) : -1;
                int low = whole ? Character.digit(raw.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0) {
                    throw refused(name);
                }
                bytes[length++] = (byte) (high << 4 | low);
                i += 2;
            } else {
                bytes[length++] = (byte) (plus && c == '+' ? ' ' : c);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
        } catch (CharacterCodingException e) {
            throw refused(name);
        }
    }
}
