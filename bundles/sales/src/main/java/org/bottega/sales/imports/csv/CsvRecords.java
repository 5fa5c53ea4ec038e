package org.bottega.sales.imports.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.bottega.sales.imports.csv.LineReader.Line;

/**
 * The records of a CSV file (RFC 4180, UTF-8) as a stream. A record that is broken costs only itself: a quote that is never
 * closed does not swallow what follows. What cannot be decoded arrives as U+FFFD.
 */
public final class CsvRecords {

    /** Most lines that one record with quoted line breaks may take. */
    public static final int MOST_LINES = 20;

    /**
     * A record.
     *
     * @param line where it begins, counted from 1
     * @param last the line where it ends
     * @param values empty when it could not be read
     * @param error why it could not be read, or null
     */
    public record Csv(int line, int last, List<String> values, LineError error) {

        /** Whether nothing is written on the line. */
        public boolean isEmpty() {
            return error == null && values.size() == 1 && values.get(0).isBlank();
        }
    }

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

    private final LineReader lines;
    private final Deque<Line> again = new ArrayDeque<>();

    public CsvRecords(InputStream in) {
        lines = new LineReader(new InputStreamReader(
                in,
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPLACE)
                        .onUnmappableCharacter(CodingErrorAction.REPLACE)));
    }

    /** Goes on after this line, which must be the last of a record. */
    public void skipTo(int line) throws IOException {
        lines.skipTo(line);
    }

    /** The next record, or null after the last. */
    public Csv next() throws IOException {
        List<Line> taken = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        boolean open = false;
        do {
            Line line = again.isEmpty() ? lines.next() : again.poll();
            if (line == null) {
                return taken.isEmpty() ? null : broken(taken, "quote-open", "a quote is opened and never closed");
            }
            taken.add(line);
            text.append(taken.size() == 1 ? "" : "\n").append(line.text());
            if (line.cut() || text.length() > LineReader.LONGEST) {
                return broken(taken, "line-too-long", "at most " + LineReader.LONGEST + " characters");
            }
            open = endsInsideQuotes(line.text(), open);
        } while (open && taken.size() < MOST_LINES);
        return open
                ? broken(taken, "quote-open", "a quote is opened and not closed within " + MOST_LINES + " lines")
                : parsed(taken, text.toString());
    }

    private Csv parsed(List<Line> taken, String text) {
        int first = taken.get(0).number();
        int last = taken.get(taken.size() - 1).number();
        if (text.isEmpty()) {
            return new Csv(first, last, List.of(""), null);
        }
        try (CSVParser parser = CSVParser.parse(text, FORMAT)) {
            List<CSVRecord> records = parser.getRecords();
            if (records.size() == 1) {
                return new Csv(first, last, records.get(0).toList(), null);
            }
        } catch (IOException | UncheckedIOException e) {
            return broken(taken, "quote-misplaced", "quotes stand around a whole value, inside it they are doubled");
        }
        return broken(taken, "quote-misplaced", "the quotes do not make one record");
    }

    /** Gives up the first line only; those behind it are read as if they began a record. */
    private Csv broken(List<Line> taken, String code, String detail) {
        for (int i = taken.size() - 1; i > 0; i--) {
            again.addFirst(taken.get(i));
        }
        int line = taken.get(0).number();
        return new Csv(line, line, List.of(), new LineError(line, null, code, detail));
    }

    /** A quote opens at the beginning of a value only, and is closed by one that is not doubled. */
    private static boolean endsInsideQuotes(String line, boolean open) {
        boolean quoted = open;
        boolean atStart = !open;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"') {
                boolean doubled = i + 1 < line.length() && line.charAt(i + 1) == '"';
                quoted = doubled;
                i += doubled ? 1 : 0;
            } else if (!quoted && atStart && c == '"') {
                quoted = true;
            }
            atStart = !quoted && c == ',';
        }
        return quoted;
    }
}
