package org.bottega.core.data;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bottega.persistence.TenantTables.Column;
import org.bottega.persistence.TenantTables.Kind;
import org.bottega.persistence.TenantTables.Table;

/** Rows as they are taken out: without what lets somebody in. */
final class Withheld {

    private Withheld() {}

    /** Whether what stands in the column lets somebody in. */
    static boolean is(Column column) {
        return column.name().contains("secret") || column.name().contains("password");
    }

    /** Names of such columns. */
    static List<String> of(List<Table> tables) {
        return tables.stream()
                .flatMap(table ->
                        table.columns().stream().filter(Withheld::is).map(column -> table.name() + '.' + column.name()))
                .toList();
    }

    /** A row by the names of its columns; instants as ISO text. */
    static Map<String, Object> shape(Table table, Object[] row, UnaryOperator<String> texts) {
        Map<String, Object> shape = new LinkedHashMap<>();
        for (int i = 0; i < row.length; i++) {
            Column column = table.columns().get(i);
            if (!is(column)) {
                boolean text = column.kind() == Kind.TEXT && row[i] != null;
                Object value = row[i] instanceof Instant at ? at.toString() : row[i];
                shape.put(column.name(), text ? texts.apply((String) row[i]) : value);
            }
        }
        return shape;
    }
}
