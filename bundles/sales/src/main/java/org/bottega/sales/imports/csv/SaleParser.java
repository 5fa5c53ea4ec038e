package org.bottega.sales.imports.csv;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bottega.api.Problem;
import org.bottega.sales.Check;
import org.bottega.sales.imports.csv.CsvRecords.Csv;

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
        String source = reading.value(ImportField.TRANSACTION, Function.identity());
        Instant at = reading.value(ImportField.PURCHASED_AT, v -> Values.instant(v, zone, now));
        Long amount = reading.value(ImportField.AMOUNT, v -> Values.amount(v, digits));
        String email = email(reading);
        String name = reading.isBlank(ImportField.BUYER_NAME)
                ? null
                : reading.value(ImportField.BUYER_NAME, Function.identity());
        if (reading.failed) {
            return Optional.empty();
        }
        String known = name != null ? name : email.substring(0, email.indexOf('@'));
        return Optional.of(new SaleLine(csv.line(), source, at, amount, email, known));
    }

    private String email(Reading reading) {
        String template = columns.template();
        String field = ImportField.BUYER_EMAIL.key();
        return template == null
                ? reading.value(ImportField.BUYER_EMAIL, v -> Check.email(field, v))
                : reading.value(ImportField.BUYER, v -> Check.email(field, template.replace(Columns.BUYER, v)));
    }

    private final class Reading {
        private final Csv csv;
        private final List<LineError> errors;
        private boolean failed;

        Reading(Csv csv, List<LineError> errors) {
            this.csv = csv;
            this.errors = errors;
        }

        boolean isBlank(ImportField field) {
            return !columns.has(field) || columns.value(csv, field).isEmpty();
        }

        <T> T value(ImportField field, Function<String, T> reader) {
            try {
                String text = columns.value(csv, field);
                if (!Values.isDecoded(text)) {
                    throw Problem.invalid("not-utf-8", field.key(), "text in UTF-8 is expected");
                }
                return reader.apply(Check.text(field.key(), text, field.longest()));
            } catch (Problem e) {
                failed = true;
                e.errors().forEach(f -> errors.add(new LineError(csv.line(), f.field(), f.code(), f.detail())));
                return null;
            }
        }
    }
}
