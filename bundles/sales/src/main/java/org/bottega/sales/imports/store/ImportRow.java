package org.bottega.sales.imports.store;

import java.time.Duration;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Embedded;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.bottega.persistence.SellerRow;
import org.bottega.persistence.TenantKey;
import org.bottega.sales.imports.Import;
import org.bottega.sales.imports.ImportCounts;
import org.bottega.sales.imports.ImportPlan;
import org.bottega.sales.imports.ImportState;

/**
 * An import. While it runs {@code due_at} is the end of the worker's lease: each chunk of lines renews it, and when the worker
 * is gone the row falls due again.
 */
@Entity
@Table(name = "sales_import")
@IdClass(TenantKey.class)
public class ImportRow implements SellerRow {

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "seller_id")
    private String sellerId;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private ImportState state;

    @Embedded
    private PlanPart plan;

    @Column(name = "byte_count")
    private long byteCount;

    @Column(name = "line_count")
    private int lineCount;

    @Column(name = "header_lines")
    private int headerLines;

    @Column(name = "line_done")
    private int lineDone;

    @Embedded
    private CountPart counts;

    @Column(name = "error_count")
    private int errorCount;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    @Column(name = "worker")
    private String worker;

    @Column(name = "due_at")
    private Instant dueAt;

    @Column(name = "attempts")
    private int attempts;

    @Column(name = "trouble")
    private String trouble;

    @Version
    @Column(name = "version")
    private long version;

    protected ImportRow() {}

    /**
     * A file that has been received.
     *
     * @param headerLines lines that the column names take
     * @param now when; it can be worked on at once
     */
    public ImportRow(String tenant, String id, ImportPlan plan, int headerLines, Instant now) {
        tenantId = tenant;
        this.id = id;
        sellerId = plan.seller();
        state = ImportState.QUEUED;
        this.plan = new PlanPart(plan);
        counts = new CountPart(ImportCounts.NONE);
        this.headerLines = headerLines;
        lineDone = headerLines;
        createdAt = now;
        dueAt = now;
    }

    /** Notes the size of the file, when all of it is stored. */
    public void received(long bytes, int lines) {
        byteCount = bytes;
        lineCount = lines;
    }

    /** Takes it for a worker, until the end of the lease. */
    public void claim(String who, Instant now, Duration lease) {
        state = ImportState.RUNNING;
        startedAt = startedAt == null ? now : startedAt;
        worker = who;
        dueAt = now.plus(lease);
        attempts++;
    }

    /** Whether this worker still holds it. */
    public boolean isHeldBy(String who) {
        return state == ImportState.RUNNING && who.equals(worker);
    }

    /** Notes lines that are done, and renews the lease. */
    public void advance(ImportCounts more, int line, int errors, Instant leaseEnds) {
        counts = new CountPart(counts.counts().plus(more));
        errorCount += errors;
        lineDone = line;
        dueAt = leaseEnds;
        attempts = 0;
        trouble = null;
    }

    /** Lets go of it; somebody goes on from {@code next}. {@code why} is null when nothing is wrong. */
    public void release(Instant next, String why) {
        worker = null;
        dueAt = next;
        trouble = why == null || why.length() <= 500 ? why : why.substring(0, 500);
    }

    /** Leaves it for later; nothing was done. */
    public void postpone(Instant next) {
        worker = null;
        dueAt = next;
    }

    /** Ends it. */
    public void finish(ImportState end, Instant now, String why) {
        release(null, why);
        state = end;
        finishedAt = now;
    }

    @Override
    public String tenantId() {
        return tenantId;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String sellerId() {
        return sellerId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** Whether somebody is to take it now. */
    public boolean isDue(Instant now) {
        return dueAt != null && !dueAt.isAfter(now);
    }

    /** How often it was taken in a row without a single line getting done. */
    public int attempts() {
        return attempts;
    }

    /** A worker goes on after this line. */
    public int lineDone() {
        return lineDone;
    }

    /** Errors that are kept. */
    public int errors() {
        return errorCount;
    }

    /** How it is imported. */
    public ImportPlan plan() {
        return plan.plan(sellerId);
    }

    /** As others see it. Lines are counted without the header. */
    public Import view() {
        return new Import(
                id,
                state,
                plan(),
                new Import.Size(byteCount, lineCount - headerLines, lineDone - headerLines),
                counts.counts(),
                new Import.Times(createdAt, startedAt, finishedAt),
                trouble);
    }
}
