package org.bottega.core.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bottega.api.spi.Traces;
import org.bottega.persistence.TenantTables.Column;
import org.bottega.persistence.TenantTables.Kind;
import org.bottega.persistence.TenantTables.Table;

/**
 * Takes out of rows by what somebody is known. A row in which one of his marks is all that a column holds is his own; the
 * others are tied to him by a mark in a text, or by an id.
 */
final class Scrub {

    /** Columns of so many characters hold words, not one value. */
    private static final int WORDS = 300;

    private final Words words;
    private final ByteWords bytes;

    /** With {@code pseudonym} for {@code email} from now on. */
    Scrub(Traces person, String email, String pseudonym) {
        words = new Words(person, email, pseudonym);
        bytes = new ByteWords(person);
    }

    Words words() {
        return words;
    }

    ByteWords bytes() {
        return bytes;
    }

    /** Whether the row is his own: he is found by it. */
    boolean owns(Table table, Object[] row) {
        return any(table, row, words::isMark);
    }

    /** Whether it concerns him. */
    boolean ties(Table table, Object[] row) {
        if (any(table, row, words::ties)) {
            return true;
        }
        for (Object value : row) {
            if (value instanceof byte[] content && bytes.tie(content)) {
                return true;
            }
        }
        return false;
    }

    private interface Test {
        boolean of(String text);
    }

    private static boolean any(Table table, Object[] row, Test test) {
        List<Column> columns = table.columns();
        for (int i = 0; i < row.length; i++) {
            if (columns.get(i).kind() == Kind.TEXT && row[i] != null && test.of((String) row[i])) {
                return true;
            }
        }
        return false;
    }

    /** New values of a row that concerns him; none where nothing of his stands in it. Keys never change. */
    Map<String, Object> changes(Table table, Object[] row) {
        Map<String, Object> changes = new HashMap<>();
        for (int i = 0; i < row.length; i++) {
            Column column = table.columns().get(i);
            if (row[i] == null || table.key().contains(column.name())) {
                continue;
            }
            if (row[i] instanceof String text) {
                String left = text(column, text);
                if (!text.equals(left)) {
                    changes.put(column.name(), left);
                }
            } else if (row[i] instanceof byte[] content && bytes.strike(content) != content) {
                changes.put(column.name(), bytes.strike(content));
            }
        }
        return changes;
    }

    private String text(Column column, String text) {
        if (words.isMark(text) && words.instead(text).indexOf('@') > 0) {
            return cut(column, words.instead(text));
        }
        if (words.isMark(text) || words.isName(text)) {
            return column.optional() ? null : cut(column, Words.GONE);
        }
        return cut(column, words.without(text, column.size() >= WORDS || text.indexOf(' ') >= 0));
    }

    private static String cut(Column column, String text) {
        return text.length() <= column.size() ? text : text.substring(0, column.size());
    }
}
