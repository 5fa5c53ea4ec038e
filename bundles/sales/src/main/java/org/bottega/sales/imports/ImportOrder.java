package org.bottega.sales.imports;

import java.util.Map;
import org.bottega.sales.imports.csv.ImportField;

/**
 * An import as it is asked for, not checked yet.
 *
 * @param seller whose sales they were, or null for the one the caller is confined to
 * @param product what was sold, or null
 * @param currency ISO 4217 code of the amounts
 * @param zone of days and local times, or null for the seller's
 * @param status of the purchases, or null for COMPLETE
 * @param replay whether the other modules are told, as if it were sold now (D30)
 * @param columns names of columns by field
 * @param emailTemplate makes a buyer's address of column {@code buyer}, or null
 */
public record ImportOrder(
        String seller,
        String product,
        String currency,
        String zone,
        String status,
        boolean replay,
        Map<ImportField, String> columns,
        String emailTemplate) {

    public ImportOrder {
        columns = Map.copyOf(columns);
    }
}
