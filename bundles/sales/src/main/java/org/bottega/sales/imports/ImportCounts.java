package org.bottega.sales.imports;

/**
 * What became of lines.
 *
 * @param created purchases that are new
 * @param unchanged lines whose purchase was there already
 * @param failed lines that were not taken
 * @param buyers buyers that are new
 * @param createdAmount sum of the new purchases, in minor units
 * @param unchangedAmount sum of the unchanged ones, in minor units
 */
public record ImportCounts(
        int created, int unchanged, int failed, int buyers, long createdAmount, long unchangedAmount) {

    /** Nothing yet. */
    public static final ImportCounts NONE = new ImportCounts(0, 0, 0, 0, 0, 0);

    /** The sums. */
    public ImportCounts plus(ImportCounts other) {
        return new ImportCounts(
                created + other.created,
                unchanged + other.unchanged,
                failed + other.failed,
                buyers + other.buyers,
                Math.addExact(createdAmount, other.createdAmount),
                Math.addExact(unchangedAmount, other.unchangedAmount));
    }
}
