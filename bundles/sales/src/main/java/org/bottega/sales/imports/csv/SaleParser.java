package org.bottega.sales.imports.csv;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.bottega.sales.imports.csv.CsvRecords.Csv;
import org.bottega.sales.imports.csv.Values.Refused;

/** Makes sales of records, or says everything that is wrong with them. */
public final class SaleParser {

    private final Columns columns;
    private final int digits;
    private final ZoneId zone;
    private final Instant now;

    /**
     * @param zone of days and local date-times
     * @param now nothing was sold after it
     */
    public SaleParser(Columns columns, Currency currency, ZoneId zone, Instant now) {
        this.columns = columns;
        this.digits = currency.getDefaultFractionDigits();
        this.zone = zone;
        this.now = now;
    }

    /** The sale, or empty after adding to {@code errors}. */
    public Optional<SaleLine> parse(Csv csv, List<LineError> errors) {
        if (csv.error() != null) {
            errors.add(csv.error());
            return Optional.empty();
        }
        if (csv.values().size() != columns.width()) {
            String detail = columns.width() + " values are expected, not "
                    + csv.values().size();
            errors.add(new LineError(csv.line(), null, "columns-differ", detail));
            return Optional.empty();
        }
        Reading reading = new Reading(csv, errors);
        String source = reading.value(ImportField.TRANSACTION, v -> v);
        Instant at = reading.value(ImportField.PURCHASED_AT, v -> Values.instant(v, zone, now));
        Long amount = reading.value(ImportField.AMOUNT, v -> Values.amount(v, digits));
        String email = email(reading);
        String name = columns.has(ImportField.BUYER_NAME) ? reading.value(ImportField.BUYER_NAME, v -> v) : null;
        if (reading.failed) {
            return Optional.empty();
        }
        String known = name != null ? name : email.substring(0, email.indexOf('@'));
        return Optional.of(new SaleLine(csv.line(), source, at, amount, email, known));
    }

    private String email(Reading reading) {
        int longest = ImportField.BUYER_EMAIL.longest();
        String template = columns.template();
        return template == null
                ? reading.value(ImportField.BUYER_EMAIL, v -> Values.email(v, longest))
                : reading.value(ImportField.BUYER, v -> Values.email(template.replace(Columns.BUYER, v), longest));
    }

    /** Turns a text into a value. */
    private interface Reader<T> {
        T read(String text) throws Refused;
    }

    private final class Reading {
        private final Csv csv;
        private final List<LineError> errors;
        private boolean failed;

        Reading(Csv csv, List<LineError> errors) {
            this.csv = csv;
            this.errors = errors;
        }

        <T> T value(ImportField field, Reader<T> reader) {
            try {
                return reader.read(Values.text(columns.value(csv, field), field.longest()));
            } catch (Refused e) {
                failed = true;
                errors.add(new LineError(csv.line(), field.key(), e.code(), e.getMessage()));
                return null;
            }
        }
    }
}
