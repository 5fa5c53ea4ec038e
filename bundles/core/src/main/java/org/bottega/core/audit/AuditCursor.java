package org.bottega.core.audit;

import java.time.Instant;
import org.bottega.api.Problem;
import org.bottega.core.base.Hashes;

/**
 * A place in a list of the audit: the last line that was told. As text it carries a digest that ties it to this very list.
 */
record AuditCursor(Instant at, String id) {

    private static final int DIGEST = 12;

    /**
     * Reads the text.
     *
     * @param scope names the list
     * @throws Problem 400 {@code cursor-invalid} when it is no cursor of this list
     */
    static AuditCursor of(String text, String scope) {
        String[] parts = text.split("-", 3);
        if (parts.length == 3 && parts[0].matches("[0-9A-Z]{26}") && parts[1].matches("[0-9a-z]{1,10}")) {
            AuditCursor cursor = new AuditCursor(Instant.ofEpochMilli(Long.parseLong(parts[1], 36)), parts[0]);
            if (cursor.text(scope).equals(text)) {
                return cursor;
            }
        }
        throw Problem.invalid("cursor-invalid", "cursor", "the next of a page of this very list and filter");
    }

    String text(String scope) {
        String place = id + '-' + Long.toString(at.toEpochMilli(), 36);
        return place + '-' + Hashes.sha256(scope + '|' + place).substring(0, DIGEST);
    }
}
