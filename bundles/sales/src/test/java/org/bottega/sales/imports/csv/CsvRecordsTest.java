package org.bottega.sales.imports.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bottega.sales.imports.csv.CsvRecords.Csv;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CsvRecordsTest {

    private static List<Csv> read(String text) throws IOException {
        CsvRecords records = new CsvRecords(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        List<Csv> all = new ArrayList<>();
        for (Csv csv = records.next(); csv != null; csv = records.next()) {
            all.add(csv);
        }
        return all;
    }

    private static String shape(List<Csv> records) {
        StringBuilder text = new StringBuilder();
        for (Csv csv : records) {
            text.append(csv.line()).append('-').append(csv.last()).append(':');
            text.append(csv.error() == null ? csv.values() : csv.error().code()).append(' ');
        }
        return text.toString().strip();
    }

    @Test
    @DisplayName("Lines end with LF, CRLF or CR; the last may have no end")
    void lineEnds() throws IOException {
        assertEquals("1-1:[a, b] 2-2:[c, d] 3-3:[e, f] 4-4:[g, h]", shape(read("a,b\nc,d\r\ne,f\rg,h")));
        assertEquals("1-1:[a, b]", shape(read("a,b\r\n")));
        assertEquals("", shape(read("")));
    }

    @Test
    @DisplayName("A byte order mark is no part of the first value")
    void byteOrderMark() throws IOException {
        assertEquals("1-1:[a, b]", shape(read("\uFEFFa,b\n")));
    }

    @Test
    @DisplayName("Empty lines are records of nothing, and keep their numbers")
    void emptyLines() throws IOException {
        List<Csv> records = read("a,b\n\n  \nc,d\n");
        assertEquals("1-1:[a, b] 2-2:[] 3-3:[  ] 4-4:[c, d]", shape(records));
        assertEquals(
                List.of(false, true, true, false),
                records.stream().map(Csv::isEmpty).toList());
    }

    @Test
    @DisplayName("Quoted values hold commas, doubled quotes and line breaks")
    void quotes() throws IOException {
        assertEquals("1-1:[a,1, say \"hi\"] 2-3:[b\nc, d]", shape(read("\"a,1\",\"say \"\"hi\"\"\"\n\"b\r\nc\",d")));
        assertEquals("1-1:[5\" pipe, x] 2-2:[6\" pipe, y]", shape(read("5\" pipe,x\n6\" pipe,y")));
    }

    @Test
    @DisplayName("A quote that is never closed costs its own line only")
    void openQuote() throws IOException {
        assertEquals("1-1:[a] 2-2:quote-open 3-3:[c] 4-4:[d]", shape(read("a\n\"b\nc\nd\n")));
    }

    @Test
    @DisplayName("A record takes up to 20 lines, not 21")
    void mostLines() throws IOException {
        String nineteen = "x\n".repeat(CsvRecords.MOST_LINES - 2);
        assertEquals("1-20", shape(read("\"\n" + nineteen + "\"")).substring(0, 4));
        List<Csv> tooMany = read("\"\nx\n" + nineteen + "\"");
        assertEquals("quote-open", tooMany.get(0).error().code());
        assertEquals(2, tooMany.get(1).line());
    }

    @Test
    @DisplayName("A quote in the wrong place costs its own line only")
    void misplacedQuote() throws IOException {
        assertEquals("1-1:quote-misplaced 2-2:[c, d]", shape(read("\"a\"x,b\nc,d")));
    }

    @Test
    @DisplayName("A line has up to 65,536 characters, not 65,537; what follows is read")
    void longestLine() throws IOException {
        String longest = "x".repeat(LineReader.LONGEST);
        assertNull(read(longest + "\na").get(0).error());
        assertEquals("1-1:line-too-long 2-2:[a]", shape(read(longest + "x\na")));
        assertEquals("1-1:line-too-long 2-2:[a]", shape(read(longest.repeat(40) + "\na")));
    }

    @Test
    @DisplayName("What is no UTF-8 is replaced, and told by the parser")
    void undecodable() throws IOException {
        byte[] latin = "caf\u00e9,1".getBytes(StandardCharsets.ISO_8859_1);
        Csv csv = new CsvRecords(new ByteArrayInputStream(latin)).next();
        assertEquals("caf\uFFFD", csv.values().get(0));
    }

    @Test
    @DisplayName("A reader goes on behind the line that was done last")
    void goesOn() throws IOException {
        byte[] file = "h\r\na\r\n\"b\r\nb\"\r\nc\r\n".getBytes(StandardCharsets.UTF_8);
        CsvRecords records = new CsvRecords(new ByteArrayInputStream(file));
        records.skipTo(4);
        Csv next = records.next();
        assertEquals(5, next.line());
        assertEquals(List.of("c"), next.values());
    }

    @Test
    @DisplayName("Lines are counted as they are read, whatever ends them, across pieces")
    void counted() {
        LineCount count = new LineCount();
        count.add("a\r".getBytes(StandardCharsets.UTF_8));
        count.add("\nb\nc\rd".getBytes(StandardCharsets.UTF_8));
        assertEquals(4, count.lines());
        assertEquals(8, count.bytes());
        assertEquals(0, new LineCount().lines());
    }
}
