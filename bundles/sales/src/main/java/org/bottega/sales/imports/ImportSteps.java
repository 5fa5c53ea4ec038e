package org.bottega.sales.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;
import org.bottega.sales.Platform;
import org.bottega.sales.imports.csv.ImportField;
import org.bottega.sales.imports.csv.LineError;
import org.bottega.sales.imports.csv.SaleLine;
import org.bottega.sales.imports.store.ImportTables;
import org.bottega.sales.imports.store.SaleRows;
import org.bottega.sales.imports.store.SaleRows.Known;
import org.bottega.sales.imports.store.SaleRows.NewSale;
import org.bottega.sales.imports.store.SaleRows.Sold;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes purchases of good lines, unless they are there already. */
@Component(service = ImportSteps.class)
public final class ImportSteps {

    private final Platform platform;
    private final Sellers sellers;
    private final SalesStore store;
    private final SaleRows rows;
    private final ImportReports reports;

    @Activate
    public ImportSteps(
            @Reference Platform platform,
            @Reference Sellers sellers,
            @Reference SalesStore store,
            @Reference ImportTables tables,
            @Reference ImportReports reports) {
        this.platform = platform;
        this.sellers = sellers;
        this.store = store;
        this.rows = tables.sales();
        this.reports = reports;
    }

    /**
     * What is the same for all lines.
     *
     * @param locale of new buyers
     */
    record Setting(ImportPlan plan, Sold sold, Locale locale) {}

    /** What became of lines, and why some were not taken after all. */
    record Result(ImportCounts counts, List<LineError> errors) {}

    /** Looks up what the plan names. Needs an open unit of work. */
    Setting setting(ImportPlan plan) {
        Seller seller = sellers.find(plan.seller()).orElseThrow(() -> Problem.notFound("seller", plan.seller()));
        Sold sold = plan.product() == null
                ? Sold.UNKNOWN
                : store.products()
                        .find(plan.product())
                        .map(row -> Sold.of(row.product()))
                        .orElseThrow(() -> Problem.notFound("product", plan.product()));
        return new Setting(plan, sold, seller.locale());
    }

    /** Needs an open unit of work. At most {@link SaleRows#MOST} lines. */
    Result take(Setting setting, List<SaleLine> lines) {
        List<LineError> errors = new ArrayList<>();
        if (lines.isEmpty()) {
            return new Result(ImportCounts.NONE, errors);
        }
        ImportPlan plan = setting.plan();
        String currency = plan.currency().getCurrencyCode();
        Map<String, Known> known = rows.known(
                plan.seller(), lines.stream().map(SaleLine::source).distinct().toList());
        List<SaleLine> fresh = new ArrayList<>();
        int unchanged = 0;
        long unchangedAmount = 0;
        for (SaleLine line : lines) {
            Known before = known.get(line.source());
            if (before == null) {
                known.put(line.source(), new Known(null, line.amount(), currency, line.email(), line.purchasedAt()));
                fresh.add(line);
            } else if (isSame(before, line, currency, errors)) {
                unchanged++;
                unchangedAmount += line.amount();
            }
        }
        int buyers = fresh.isEmpty() ? 0 : add(setting, fresh);
        long amount = fresh.stream().mapToLong(SaleLine::amount).sum();
        return new Result(
                new ImportCounts(fresh.size(), unchanged, errors.size(), buyers, amount, unchangedAmount), errors);
    }

    /** Adds the purchases, and tells how many buyers were new. */
    private int add(Setting setting, List<SaleLine> lines) {
        Map<String, String> buyers = new HashMap<>(
                rows.buyers(lines.stream().map(SaleLine::email).distinct().toList()));
        Map<String, NewSale> newBuyers = new LinkedHashMap<>();
        List<NewSale> sales = new ArrayList<>();
        for (SaleLine line : lines) {
            String transaction = platform.ids().code("HP");
            String buyer = buyers.get(line.email());
            if (buyer == null) {
                buyer = platform.ids().next();
                buyers.put(line.email(), buyer);
                newBuyers.put(buyer, new NewSale(transaction, buyer, line));
            }
            sales.add(new NewSale(transaction, buyer, line));
        }
        if (!newBuyers.isEmpty()) {
            rows.addBuyers(newBuyers.values(), setting.locale(), platform.now());
        }
        rows.addSales(setting.plan(), setting.sold(), sales);
        reports.replay(setting.plan(), sales);
        return newBuyers.size();
    }

    /** What was imported once is never overwritten. */
    private static boolean isSame(Known before, SaleLine line, String currency, List<LineError> errors) {
        String where = before.transaction() == null
                ? "the same transaction stands further up with another "
                : before.transaction() + " was imported from this transaction with another ";
        ImportField field = null;
        if (before.amount() != line.amount() || !before.currency().equals(currency)) {
            field = ImportField.AMOUNT;
            where += "amount, " + new Money(before.amount(), before.currency());
        } else if (!before.email().equals(line.email())) {
            field = ImportField.BUYER_EMAIL;
            where += "buyer";
        } else if (!before.purchasedAt().equals(line.purchasedAt())) {
            field = ImportField.PURCHASED_AT;
            where += "date, " + before.purchasedAt();
        }
        if (field != null) {
            errors.add(new LineError(line.line(), field.key(), "transaction-differs", where));
        }
        return field == null;
    }
}
