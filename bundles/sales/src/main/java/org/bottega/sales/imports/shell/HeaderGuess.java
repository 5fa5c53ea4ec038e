package org.bottega.sales.imports.shell;

import static org.bottega.sales.imports.csv.ImportField.AMOUNT;
import static org.bottega.sales.imports.csv.ImportField.BUYER;
import static org.bottega.sales.imports.csv.ImportField.BUYER_EMAIL;
import static org.bottega.sales.imports.csv.ImportField.BUYER_NAME;
import static org.bottega.sales.imports.csv.ImportField.PURCHASED_AT;
import static org.bottega.sales.imports.csv.ImportField.TRANSACTION;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bottega.api.Problem;
import org.bottega.sales.imports.csv.ImportField;

/**
 * What the columns of a file are likely to mean, where the operator does not say so.
 *
 * @param columns names of columns by field, those given among them
 * @param template of the buyers' addresses, or null when they stand in a column
 * @param guessed what was not given, for the operator to see; empty when nothing was guessed
 */
record HeaderGuess(Map<ImportField, String> columns, String template, List<String> guessed) {

    /** Addresses that no mail ever reaches. */
    static final String TEMPLATE = "customer-{buyer}@example.com";

    private static final Map<ImportField, List<String>> NAMES = new EnumMap<>(Map.of(
            TRANSACTION, List.of("invoiceno", "invoice", "transaction", "transactionid", "orderno", "orderid", "order"),
            PURCHASED_AT, List.of("invoicedate", "purchasedat", "purchasedate", "orderdate", "date"),
            AMOUNT, List.of("totalprice", "amount", "total", "price"),
            BUYER_EMAIL, List.of("buyeremail", "customeremail", "email"),
            BUYER, List.of("customerid", "customer", "buyerid", "buyer"),
            BUYER_NAME, List.of("buyername", "customername", "name")));

    /** Adds to what was given. */
    static HeaderGuess of(List<String> header, Map<ImportField, String> given, String givenTemplate) {
        Map<ImportField, String> found = new EnumMap<>(ImportField.class);
        NAMES.forEach((field, names) -> names.stream()
                .flatMap(name -> header.stream().filter(column -> plain(column).equals(name)))
                .filter(column -> !given.containsValue(column))
                .findFirst()
                .ifPresent(column -> found.put(field, column)));
        found.keySet().removeAll(given.keySet());
        boolean byTemplate = givenTemplate != null || given.containsKey(BUYER);
        if (byTemplate) {
            found.remove(BUYER_EMAIL);
        } else if (found.containsKey(BUYER_EMAIL) || given.containsKey(BUYER_EMAIL)) {
            found.remove(BUYER);
        }
        List<String> guessed = new ArrayList<>();
        found.forEach((field, column) -> guessed.add(field.key() + "=" + column));
        Map<ImportField, String> columns = new EnumMap<>(found);
        columns.putAll(given);
        String template = givenTemplate;
        if (template == null && columns.containsKey(BUYER)) {
            template = TEMPLATE;
            guessed.add("buyers' addresses " + TEMPLATE);
        }
        return new HeaderGuess(columns, template, guessed);
    }

    /**
     * Reads what the operator says: {@code field=column}.
     *
     * @param maps or null for nothing
     */
    static Map<ImportField, String> given(List<String> maps) {
        Map<ImportField, String> given = new EnumMap<>(ImportField.class);
        for (String map : maps == null ? List.<String>of() : maps) {
            int equals = map.indexOf('=');
            ImportField field = ImportField.of(equals < 0 ? map : map.substring(0, equals))
                    .filter(f -> equals > 0)
                    .orElseThrow(() -> Problem.invalid("map-invalid", "--map", "field=column is expected, not " + map));
            given.put(field, map.substring(equals + 1));
        }
        return given;
    }

    private static String plain(String column) {
        return column.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
