package org.bottega.sales.imports.store;

import javax.persistence.Column;
import javax.persistence.Embeddable;
import org.bottega.sales.imports.ImportCounts;

/** The columns of {@link ImportCounts}. */
@Embeddable
public class CountPart {

    @Column(name = "created_count")
    private int created;

    @Column(name = "unchanged_count")
    private int unchanged;

    @Column(name = "failed_count")
    private int failed;

    @Column(name = "buyer_count")
    private int buyers;

    @Column(name = "created_amount")
    private long createdAmount;

    @Column(name = "unchanged_amount")
    private long unchangedAmount;

    public CountPart() {}

    CountPart(ImportCounts counts) {
        created = counts.created();
        unchanged = counts.unchanged();
        failed = counts.failed();
        buyers = counts.buyers();
        createdAmount = counts.createdAmount();
        unchangedAmount = counts.unchangedAmount();
    }

    ImportCounts counts() {
        return new ImportCounts(created, unchanged, failed, buyers, createdAmount, unchangedAmount);
    }
}
