package org.bottega.sales.imports;

import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.imports.csv.ImportField;

/**
 * How a file is imported, checked.
 *
 * @param seller whose sales they were
 * @param product what was sold, or null
 * @param currency of all amounts
 * @param zone of days and local times
 * @param status of the purchases
 * @param replay whether the other modules are told (D30)
 * @param columns names of columns by field
 * @param emailTemplate makes a buyer's address of column {@code buyer}, or null
 */
public record ImportPlan(
        String seller,
        String product,
        Currency currency,
        ZoneId zone,
        PurchaseStatus status,
        boolean replay,
        Map<ImportField, String> columns,
        String emailTemplate) {

    public ImportPlan {
        columns = Map.copyOf(columns);
    }

    /** The columns as text: {@code field=column}, a line each. */
    public static String write(Map<ImportField, String> columns) {
        return new EnumMap<>(columns)
                .entrySet().stream()
                        .map(e -> e.getKey().key() + "=" + e.getValue())
                        .collect(Collectors.joining("\n"));
    }

    /** The columns that {@link #write} wrote. */
    public static Map<ImportField, String> read(String text) {
        Map<ImportField, String> columns = new EnumMap<>(ImportField.class);
        for (String line : text.split("\n")) {
            int equals = line.indexOf('=');
            columns.put(ImportField.of(line.substring(0, equals)).orElseThrow(), line.substring(equals + 1));
        }
        return columns;
    }
}
