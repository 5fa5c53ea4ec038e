package org.bottega.core.file;

import java.util.Locale;
import java.util.regex.Pattern;
import org.bottega.api.Problem;

/** Names and types of files as strangers give them. */
final class FileNames {

    private static final int NAME = 200;
    private static final int TYPE = 100;
    private static final String TOKEN = "[a-z0-9][a-z0-9!#$&^_.+-]*";
    private static final Pattern MEDIA = Pattern.compile(TOKEN + "/" + TOKEN + "(; ?charset=[a-z0-9_-]+)?");

    /** Control and format signs, such as those that turn the direction of writing; halves of four-byte characters. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\x{10000}-\\x{10FFFF}]");

    private FileNames() {}

    /** The name without a path, without signs that nobody sees, not hidden, at most 200 characters. */
    static String clean(String name) {
        String given = name == null ? "" : name;
        String last = given.substring(Math.max(given.lastIndexOf('/'), given.lastIndexOf('\\')) + 1);
        String seen = UNSEEN.matcher(last).replaceAll("").strip().replaceAll("^[. ]+", "");
        String cut = seen.length() <= NAME ? seen : seen.substring(0, NAME).strip();
        return cut.isEmpty() ? "file" : cut;
    }

    /** A media type, in lower case; one that nobody gave is a mere sequence of bytes. */
    static String type(String type) {
        String given = type == null || type.isBlank()
                ? "application/octet-stream"
                : type.strip().toLowerCase(Locale.ROOT);
        if (given.length() > TYPE || !MEDIA.matcher(given).matches()) {
            throw Problem.invalid("content-type-invalid", "contentType", "a media type such as application/pdf");
        }
        return given;
    }
}
