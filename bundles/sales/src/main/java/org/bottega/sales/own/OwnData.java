package org.bottega.sales.own;

import java.util.Locale;
import java.util.Map;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.sales.Check;
import org.bottega.sales.Platform;
import org.bottega.sales.TaxId;
import org.bottega.sales.TaxIds;
import org.bottega.sales.store.CustomerRow;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A buyer's personal data: <em>My account, Personal data</em> (ACC-12). A tax id once on file is changed by staff only. */
@Component(service = OwnData.class)
public final class OwnData {

    private static final int NAME = 200;

    private final Platform platform;
    private final SalesStore store;

    @Activate
    public OwnData(@Reference Platform platform, @Reference SalesStore store) {
        this.platform = platform;
        this.store = store;
    }

    /**
     * What is on file. Personal data.
     *
     * @param name or null
     * @param taxId or null
     */
    public record Data(String email, String name, String taxId) {}

    /**
     * The calling buyer's own.
     *
     * @throws Problem 403 {@code buyers-only}
     */
    public Data get() {
        Caller buyer = platform.buyer();
        return platform.inUnit(() ->
                store.buyers().byEmail(buyer.email()).map(OwnData::data).orElse(new Data(buyer.email(), null, null)));
    }

    /**
     * Puts name and tax id on file; purchases keep the name they were made with.
     *
     * @param taxId null leaves it as it is
     * @throws Problem 400 naming the field; 403 {@code buyers-only}; 409 {@code tax-id-fixed} when another is on file,
     *     {@code tax-id-taken} when another buyer has it (ACC-11)
     */
    public Data put(String name, String taxId) {
        Caller buyer = platform.buyer();
        String called = Check.text("name", name, NAME);
        String filed = taxId == null ? null : TaxId.check("taxId", taxId);
        return platform.inUnit(() -> {
            CustomerRow row = store.buyers().byEmail(buyer.email()).orElseGet(() -> fresh(buyer));
            row.rename(called);
            boolean files = filed != null && !TaxId.key(filed).equals(row.taxKey());
            if (files && row.taxKey() != null) {
                throw Problem.conflict(
                        "tax-id-fixed", "the tax id on file is changed by the marketplace's support only");
            }
            if (files) {
                file(row, filed);
            }
            platform.journal().note("buyer.data", row.id(), Map.of("taxIdFiled", files));
            return data(row);
        });
    }

    /**
     * Puts the tax id of a purchase's buyer on file, in place of any that is there.
     *
     * @param taxId null takes it off the file
     * @throws Problem 400 {@code tax-id-invalid}; 403 {@code tenant-staff-only} for who is confined to a seller; 404
     *     {@code purchase-not-found}; 409 {@code tax-id-taken}
     */
    public void file(String transaction, String taxId) {
        if (platform.caller().seller() != null) {
            throw new Problem(
                    Problem.Kind.FORBIDDEN,
                    "tenant-staff-only",
                    "this is for the marketplace's own staff, not a seller's");
        }
        String filed = taxId == null ? null : TaxId.check("taxId", taxId);
        platform.inUnit(() -> {
            CustomerRow row = store.purchases()
                    .find(transaction)
                    .map(PurchaseRow::purchase)
                    .flatMap(purchase -> store.buyers().find(purchase.buyer().id()))
                    .orElseThrow(() -> Problem.notFound("purchase", transaction));
            file(row, filed);
            platform.journal()
                    .note("buyer.tax-id", row.id(), Map.of("transaction", transaction, "filed", filed != null));
            return row;
        });
    }

    private void file(CustomerRow row, String taxId) {
        TaxIds.checkFree(platform, store, row.buyerEmail(), taxId);
        row.taxId(taxId);
        store.buyers().write();
    }

    private CustomerRow fresh(Caller buyer) {
        return store.buyers()
                .add(new CustomerRow(
                        platform.tenant(), platform.ids().next(), buyer.email(), Locale.ENGLISH, platform.now()));
    }

    private static Data data(CustomerRow row) {
        return new Data(row.buyerEmail(), row.name(), row.taxId());
    }
}
