package org.bottega.sales.imports.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.util.EnumMap;
import java.util.Map;
import javax.ws.rs.QueryParam;
import org.bottega.sales.imports.ImportOrder;
import org.bottega.sales.imports.csv.ImportField;

/** How a file is to be imported, from the query. Absent parameters are null. */
public final class NewImport {

    @QueryParam("seller")
    @Parameter(description = "whose sales they were; not needed by a caller confined to one")
    private String seller;

    @QueryParam("currency")
    @Parameter(description = "ISO 4217 code of the amounts", required = true)
    private String currency;

    @QueryParam("map.transaction")
    @Parameter(description = "column with the transaction code of the other system", required = true)
    private String transaction;

    @QueryParam("map.purchasedAt")
    @Parameter(description = "column with the date, local date-time or instant", required = true)
    private String purchasedAt;

    @QueryParam("map.amount")
    @Parameter(description = "column with the amount in decimal major units, such as 12.50", required = true)
    private String amount;

    @QueryParam("map.buyer")
    @Parameter(description = "column that names the buyer, for the template")
    private String buyer;

    @QueryParam("map.buyerEmail")
    @Parameter(description = "column with the buyer's address")
    private String emailColumn;

    @QueryParam("map.buyerName")
    @Parameter(description = "column with the buyer's name; without one it is the address up to the @")
    private String buyerName;

    @QueryParam("buyerEmail")
    @Parameter(description = "template of the buyers' addresses", example = "customer-{buyer}@example.com")
    private String emailTemplate;

    @QueryParam("product")
    @Parameter(description = "id of the product that was sold; absent: not told")
    private String product;

    @QueryParam("zone")
    @Parameter(description = "of days and local times; the seller's when absent")
    private String zone;

    @QueryParam("status")
    @Parameter(
            description = "of the purchases; COMPLETE when absent. Statuses that last can be imported: APPROVED,"
                    + " COMPLETE, REFUNDED, CHARGEBACK, CANCELLED, EXPIRED, NO_FUNDS or BLOCKED")
    private String status;

    @QueryParam("replay")
    @Parameter(description = "tell the other modules, as if it were sold now: mails go out, access is granted")
    private Boolean replay;

    /** As the domain wants it. */
    ImportOrder order() {
        Map<ImportField, String> columns = new EnumMap<>(ImportField.class);
        put(columns, ImportField.TRANSACTION, transaction);
        put(columns, ImportField.PURCHASED_AT, purchasedAt);
        put(columns, ImportField.AMOUNT, amount);
        put(columns, ImportField.BUYER, buyer);
        put(columns, ImportField.BUYER_EMAIL, emailColumn);
        put(columns, ImportField.BUYER_NAME, buyerName);
        return new ImportOrder(
                seller, product, currency, zone, status, Boolean.TRUE.equals(replay), columns, emailTemplate);
    }

    private static void put(Map<ImportField, String> columns, ImportField field, String column) {
        if (column != null) {
            columns.put(field, column);
        }
    }
}
