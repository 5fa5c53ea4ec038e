package org.bottega.sales.imports;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.bottega.api.Problem;
import org.bottega.sales.Platform;
import org.bottega.sales.imports.ImportClaims.LeaseLost;
import org.bottega.sales.imports.ImportSteps.Result;
import org.bottega.sales.imports.ImportSteps.Setting;
import org.bottega.sales.imports.csv.Columns;
import org.bottega.sales.imports.csv.CsvRecords;
import org.bottega.sales.imports.csv.LineError;
import org.bottega.sales.imports.csv.SaleParser;
import org.bottega.sales.imports.store.ImportRow;
import org.bottega.sales.imports.store.ImportTables;
import org.bottega.sales.imports.store.SaleRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does the lines of an import. Up to {@link SaleRows#MOST} are committed together with the place in the file and the counts, so
 * that whoever goes on, here or on another node, goes on exactly behind the last line that is done.
 */
@Component(service = ImportWorker.class)
public final class ImportWorker {

    /** Most errors kept of one import; further ones are counted only. */
    public static final int MOST_ERRORS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(ImportWorker.class);

    private final Platform platform;
    private final ImportTables tables;
    private final ImportClaims claims;
    private final ImportSteps steps;

    @Activate
    public ImportWorker(
            @Reference Platform platform,
            @Reference ImportTables tables,
            @Reference ImportClaims claims,
            @Reference ImportSteps steps) {
        this.platform = platform;
        this.tables = tables;
        this.claims = claims;
        this.steps = steps;
    }

    private record Opened(Setting setting, SaleParser parser, int lineDone) {}

    /**
     * Goes on with an import until its end, or until {@code stopping} says so, which is asked between commits.
     *
     * @param worker who holds it
     */
    void run(String id, String worker, BooleanSupplier stopping) {
        try {
            if (work(id, worker, stopping)) {
                claims.done(id, worker);
            } else {
                claims.release(id, worker);
            }
        } catch (LeaseLost e) {
            LOG.info("{}", e.getMessage());
        } catch (IOException | RuntimeException e) {
            LOG.warn("Import {} is held up: {}", id, e.toString(), e instanceof Problem ? null : e);
            giveBack(id, worker, e);
        }
    }

    /** Whether the end was reached. */
    private boolean work(String id, String worker, BooleanSupplier stopping) throws IOException {
        Opened opened = platform.inUnit(() -> open(id, worker));
        CsvRecords records = new CsvRecords(
                new ChunkInput(part -> platform.inUnit(() -> tables.files().find(id, part))));
        records.skipTo(opened.lineDone());
        while (!stopping.getAsBoolean()) {
            Batch batch = Batch.read(records, opened.parser(), SaleRows.MOST);
            if (batch.isEnd()) {
                return true;
            }
            platform.inUnit(() -> commit(id, worker, opened.setting(), batch));
        }
        return false;
    }

    private Opened open(String id, String worker) {
        ImportRow row = claims.held(id, worker);
        ImportPlan plan = row.plan();
        byte[] beginning = tables.files().find(id, 0).orElseThrow(() -> new LeaseLost(id));
        Columns columns = Columns.of(Columns.header(beginning).names(), plan.columns(), plan.emailTemplate());
        SaleParser parser = new SaleParser(columns, plan.currency(), plan.zone(), platform.now());
        return new Opened(steps.setting(plan), parser, row.lineDone());
    }

    private Void commit(String id, String worker, Setting setting, Batch batch) {
        ImportRow row = claims.held(id, worker);
        Result result = steps.take(setting, batch.sales());
        List<LineError> errors = new ArrayList<>(batch.errors());
        errors.addAll(result.errors());
        List<LineError> kept = errors.subList(0, Math.min(errors.size(), MOST_ERRORS - row.errors()));
        if (!kept.isEmpty()) {
            tables.files().addErrors(id, row.sellerId(), kept, platform.ids()::next);
        }
        ImportCounts failed = new ImportCounts(0, 0, batch.failed(), 0, 0, 0);
        row.advance(result.counts().plus(failed), batch.last(), kept.size(), claims.leaseEnds());
        return null;
    }

    /** When even this fails, the lease runs out and somebody goes on. */
    private void giveBack(String id, String worker, Exception why) {
        try {
            claims.troubled(id, worker, why);
        } catch (RuntimeException e) {
            LOG.warn("Import {} waits for its lease to run out: {}", id, e.toString());
        }
    }
}
