package org.bottega.sales.search;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.bottega.api.Money;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.sales.PurchaseList;
import org.bottega.sales.api.Purchase;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Purchases as CSV (RFC 4180, UTF-8): one line each, with a header whose names never change. Amounts are decimal, with the
 * digits of their currency, and beside that in minor units. Texts that a spreadsheet would take for a formula begin with an
 * apostrophe; the import takes it away again.
 */
@Component(service = PurchaseExport.class)
public final class PurchaseExport {

    /** Names of the columns. */
    public static final List<String> COLUMNS = List.of(
            "transaction",
            "status",
            "purchasedAt",
            "seller",
            "product",
            "productName",
            "offer",
            "buyerEmail",
            "buyerName",
            "currency",
            "amount",
            "amountMinor",
            "listAmount",
            "listAmountMinor",
            "refunded",
            "refundedMinor",
            "coupon",
            "paymentType",
            "source");

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final PurchaseList purchases;

    @Activate
    public PurchaseExport(@Reference PurchaseList purchases) {
        this.purchases = purchases;
    }

    /**
     * Writes all purchases found, page by page, each read in a short unit of work.
     *
     * @param mark whether a byte order mark goes first, by which some spreadsheets know UTF-8
     */
    public void write(Search search, boolean mark, OutputStream out) throws IOException {
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        if (mark) {
            writer.write(BYTE_ORDER_MARK);
        }
        CSVPrinter csv = new CSVPrinter(writer, CSVFormat.RFC4180);
        csv.printRecord(COLUMNS);
        String cursor = null;
        do {
            Page<Purchase> page = purchases.list(search, new PageRequest(PageRequest.MAX_LIMIT, cursor));
            for (Purchase purchase : page.items()) {
                line(csv, purchase);
            }
            csv.flush();
            cursor = page.next();
        } while (cursor != null);
    }

    private static void line(CSVPrinter csv, Purchase p) throws IOException {
        csv.printRecord(
                p.transaction(),
                p.status(),
                p.purchasedAt(),
                p.seller(),
                p.product(),
                Formulas.tame(p.productName()),
                p.offer(),
                Formulas.tame(p.buyer().email()),
                Formulas.tame(p.buyer().name()),
                p.price().currency(),
                decimal(p.price()),
                p.price().minor(),
                decimal(p.listPrice()),
                p.listPrice().minor(),
                decimal(p.refunded()),
                p.refunded().minor(),
                p.coupon(),
                p.paymentType(),
                Formulas.tame(p.source()));
    }

    private static String decimal(Money money) {
        return money.decimal().toPlainString();
    }
}
