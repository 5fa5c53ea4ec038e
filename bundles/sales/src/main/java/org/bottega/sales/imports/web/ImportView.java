package org.bottega.sales.imports.web;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.bottega.sales.imports.Import;
import org.bottega.sales.imports.ImportCounts;
import org.bottega.sales.imports.ImportPlan;
import org.bottega.sales.imports.ImportState;

/**
 * An import.
 *
 * @param map names of columns by field
 * @param buyerEmail the template of the buyers' addresses, if there is one
 * @param lines of the file, without the header
 * @param done lines that were worked
 * @param created purchases that are new
 * @param unchanged lines whose purchase was there already
 * @param failed lines that were not taken; see its errors
 * @param buyers buyers that are new
 * @param amount what the new purchases come to
 * @param unchangedAmount what the unchanged ones come to
 * @param trouble why it failed, or what holds it up
 */
public record ImportView(
        String id,
        String seller,
        ImportState state,
        String product,
        String currency,
        String zone,
        String status,
        boolean replay,
        Map<String, String> map,
        String buyerEmail,
        long bytes,
        int lines,
        int done,
        int created,
        int unchanged,
        int failed,
        int buyers,
        Sum amount,
        Sum unchangedAmount,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        String trouble) {

    /** A sum in minor units; it may be larger than any one price. */
    public record Sum(long amount, String currency) {}

    static ImportView of(Import job) {
        ImportPlan plan = job.plan();
        ImportCounts counts = job.counts();
        String currency = plan.currency().getCurrencyCode();
        Map<String, String> map = new TreeMap<>();
        plan.columns().forEach((field, column) -> map.put(field.key(), column));
        return new ImportView(
                job.id(),
                plan.seller(),
                job.state(),
                plan.product(),
                currency,
                plan.zone().getId(),
                plan.status().name(),
                plan.replay(),
                map,
                plan.emailTemplate(),
                job.size().bytes(),
                job.size().lines(),
                job.size().done(),
                counts.created(),
                counts.unchanged(),
                counts.failed(),
                counts.buyers(),
                new Sum(counts.createdAmount(), currency),
                new Sum(counts.unchangedAmount(), currency),
                job.times().created(),
                job.times().started(),
                job.times().finished(),
                job.trouble());
    }
}
