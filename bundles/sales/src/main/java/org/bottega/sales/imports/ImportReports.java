package org.bottega.sales.imports;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bottega.api.Events;
import org.bottega.api.Money;
import org.bottega.sales.Journal;
import org.bottega.sales.api.ImportCompleted;
import org.bottega.sales.api.PurchaseApproved;
import org.bottega.sales.api.PurchaseCompleted;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.imports.store.SaleRows.NewSale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an import tells: two audit lines and one event; each purchase only when it is to be replayed (D30). */
@Component(service = ImportReports.class)
public final class ImportReports {

    private final Journal journal;
    private final Events events;

    @Activate
    public ImportReports(@Reference Journal journal, @Reference Events events) {
        this.journal = journal;
        this.events = events;
    }

    /** A file was received. */
    void started(Import job) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("seller", job.plan().seller());
        details.put("currency", job.plan().currency().getCurrencyCode());
        details.put("status", job.plan().status().name());
        details.put("replay", job.plan().replay());
        details.put("bytes", job.size().bytes());
        details.put("lines", job.size().lines());
        journal.note("import.start", job.id(), details);
    }

    /** It is DONE or FAILED. */
    void ended(Import job) {
        ImportCounts counts = job.counts();
        String currency = job.plan().currency().getCurrencyCode();
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("seller", job.plan().seller());
        details.put("state", job.state().name());
        details.put("created", counts.created());
        details.put("unchanged", counts.unchanged());
        details.put("failed", counts.failed());
        details.put("buyers", counts.buyers());
        details.put("createdAmount", counts.createdAmount());
        details.put("currency", currency);
        journal.note("import.end", job.id(), details);
        if (job.state() == ImportState.DONE) {
            events.publish(new ImportCompleted(
                    job.id(),
                    job.plan().seller(),
                    counts.created(),
                    counts.unchanged(),
                    counts.failed(),
                    counts.createdAmount(),
                    currency));
        }
    }

    /** Tells of purchases as if they were made now, when the plan says so. */
    void replay(ImportPlan plan, List<NewSale> sales) {
        if (!plan.replay()) {
            return;
        }
        for (NewSale sale : sales) {
            Money price = new Money(sale.line().amount(), plan.currency().getCurrencyCode());
            events.publish(new PurchaseApproved(
                    sale.transaction(),
                    plan.seller(),
                    plan.product(),
                    null,
                    sale.buyer(),
                    price,
                    sale.line().purchasedAt()));
            if (plan.status() == PurchaseStatus.COMPLETE) {
                events.publish(new PurchaseCompleted(sale.transaction(), plan.seller(), plan.product(), sale.buyer()));
            }
        }
    }
}
