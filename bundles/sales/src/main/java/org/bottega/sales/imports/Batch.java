package org.bottega.sales.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bottega.sales.imports.csv.CsvRecords;
import org.bottega.sales.imports.csv.CsvRecords.Csv;
import org.bottega.sales.imports.csv.LineError;
import org.bottega.sales.imports.csv.SaleLine;
import org.bottega.sales.imports.csv.SaleParser;

/**
 * Lines that are committed together.
 *
 * @param sales what the good ones say
 * @param errors what is wrong with the others
 * @param failed how many others
 * @param last the line to go on behind, or 0 when there were no more
 */
record Batch(List<SaleLine> sales, List<LineError> errors, int failed, int last) {

    /** Reads at most {@code most} records. Empty lines count as read, and for nothing else. */
    static Batch read(CsvRecords records, SaleParser parser, int most) throws IOException {
        List<SaleLine> sales = new ArrayList<>();
        List<LineError> errors = new ArrayList<>();
        int failed = 0;
        int last = 0;
        for (int i = 0; i < most; i++) {
            Csv csv = records.next();
            if (csv == null) {
                break;
            }
            last = csv.last();
            if (!csv.isEmpty()) {
                Optional<SaleLine> sale = parser.parse(csv, errors);
                sale.ifPresent(sales::add);
                failed += sale.isEmpty() ? 1 : 0;
            }
        }
        return new Batch(sales, errors, failed, last);
    }

    boolean isEnd() {
        return last == 0;
    }
}
