package org.bottega.sales.imports.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.bottega.api.Problem;
import org.bottega.sales.imports.csv.CsvRecords.Csv;
import org.bottega.sales.search.Formulas;

/** Where in a record of one file the fields are. */
public final class Columns {

    /** Stands in the e-mail template for the value of column {@code buyer}. */
    public static final String BUYER = "{buyer}";

    private final int width;
    private final Map<ImportField, Integer> places = new EnumMap<>(ImportField.class);
    private final String template;

    private Columns(int width, String template) {
        this.width = width;
        this.template = template;
    }

    /**
     * The column names of a file, and how many lines they take.
     */
    public record Header(List<String> names, int lines) {}

    /**
     * Reads the column names.
     *
     * @param beginning of the file, with all of its first line
     * @throws Problem {@code header-unreadable} (400)
     */
    public static Header header(byte[] beginning) {
        try {
            Csv first = new CsvRecords(new ByteArrayInputStream(beginning)).next();
            if (first == null || first.isEmpty()) {
                throw unreadable("the first line names the columns; it is empty");
            }
            if (first.error() != null) {
                throw unreadable(first.error().detail());
            }
            List<String> names = first.values().stream().map(String::strip).toList();
            if (!names.stream().allMatch(Values::isPlain)) {
                throw unreadable("the first line is not plain UTF-8 text");
            }
            return new Header(names, first.last());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Finds the columns that the fields are read from.
     *
     * @param names of columns by field
     * @param template makes the e-mail address of {@link #BUYER}, or null when there is a column with it
     * @throws Problem {@code mapping-invalid} (400) naming everything that is wrong
     */
    public static Columns of(List<String> header, Map<ImportField, String> names, String template) {
        Problem problem = new Problem(Problem.Kind.INVALID, "mapping-invalid", "the mapping does not fit the file");
        Columns columns = new Columns(header.size(), template);
        for (ImportField field : ImportField.values()) {
            String name = names.get(field);
            if (name != null) {
                columns.place(field, name.strip(), header, problem);
            } else if (field.required()) {
                problem.field("map." + field.key(), "mapping-missing", "name the column to read it from: " + header);
            }
        }
        checkBuyer(names, template, problem);
        if (!problem.errors().isEmpty()) {
            throw problem;
        }
        return columns;
    }

    private static void checkBuyer(Map<ImportField, String> names, String template, Problem problem) {
        boolean column = names.containsKey(ImportField.BUYER_EMAIL);
        boolean buyer = names.containsKey(ImportField.BUYER);
        if (template == null && !column) {
            problem.field("buyerEmail", "mapping-missing", "give map.buyerEmail, or map.buyer and a template");
        } else if (template != null && column) {
            problem.field("buyerEmail", "mapping-twice", "give either map.buyerEmail or a template");
        } else if (template != null && !template.contains(BUYER)) {
            problem.field("buyerEmail", "template-invalid", "a template contains " + BUYER);
        } else if (template != null && !buyer) {
            problem.field("map.buyer", "mapping-missing", "the template needs it");
        } else if (template == null && buyer) {
            problem.field("map.buyer", "mapping-unused", "it serves a template only");
        }
    }

    private void place(ImportField field, String name, List<String> header, Problem problem) {
        int at = header.indexOf(name);
        String parameter = "map." + field.key();
        if (at < 0 || name.isEmpty()) {
            problem.field(parameter, "column-unknown", "there is no column " + name + ", but " + header);
        } else if (Collections.frequency(header, name) > 1) {
            problem.field(parameter, "column-ambiguous", "there are several columns " + name);
        } else {
            places.put(field, at);
        }
    }

    private static Problem unreadable(String detail) {
        return new Problem(Problem.Kind.INVALID, "header-unreadable", detail);
    }

    /** How many values each record has. */
    int width() {
        return width;
    }

    boolean has(ImportField field) {
        return places.containsKey(field);
    }

    /** What is written in the record for the field, without surrounding blanks. */
    String value(Csv csv, ImportField field) {
        return Formulas.wild(csv.values().get(places.get(field)).strip());
    }

    /** The buyer's address: the template filled, or null when it stands in a column. */
    String template() {
        return template;
    }
}
