package org.bottega.core.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.apache.karaf.shell.support.table.ShellTable;

/** What commands print: one line of JSON for scripts, tables for people. */
final class Output {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Output() {}

    /** One line of JSON. */
    static void json(Object value) {
        try {
            System.out.println(JSON.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A JSON array of the rows, or a table with their names as columns; {@code none} is said when there are no rows. */
    static void rows(List<Map<String, Object>> rows, boolean json, String none) {
        if (json) {
            json(rows);
            return;
        }
        if (rows.isEmpty()) {
            System.out.println(none);
            return;
        }
        ShellTable table = new ShellTable();
        rows.get(0).keySet().forEach(name -> table.column(title(name)));
        rows.forEach(row -> table.addRow()
                .addContent(row.values().stream().map(Output::cell).toArray()));
        table.print(System.out);
    }

    /** {@code createdAt} becomes {@code Created at}. */
    private static String title(String name) {
        StringBuilder title = new StringBuilder();
        for (char c : name.toCharArray()) {
            if (title.isEmpty()) {
                title.append(Character.toUpperCase(c));
            } else if (Character.isUpperCase(c)) {
                title.append(' ').append(Character.toLowerCase(c));
            } else {
                title.append(c);
            }
        }
        return title.toString();
    }

    private static Object cell(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof Boolean flag) {
            return flag ? "yes" : "no";
        }
        return value instanceof Collection<?> many
                ? String.join(" ", many.stream().map(String::valueOf).toList())
                : value;
    }
}
