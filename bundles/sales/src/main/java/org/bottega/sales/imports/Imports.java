package org.bottega.sales.imports;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.sales.Platform;
import org.bottega.sales.imports.csv.Columns;
import org.bottega.sales.imports.csv.Columns.Header;
import org.bottega.sales.imports.csv.LineCount;
import org.bottega.sales.imports.csv.LineError;
import org.bottega.sales.imports.store.ImportErrorRow;
import org.bottega.sales.imports.store.ImportRow;
import org.bottega.sales.imports.store.ImportTables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Imports of past sales (D30): a file is received and stored as a whole, then worked on behind the scenes. Sending a file again
 * adds nothing: a purchase is known by seller and source transaction.
 */
@Component(service = Imports.class)
public final class Imports {

    /** Most bytes of a file. */
    public static final long MOST_BYTES = 64L * 1024 * 1024;

    /** Most imports of a tenant that have not ended. */
    public static final int MOST_OPEN = 20;

    private static final int PIECE = 256 * 1024;

    private final Platform platform;
    private final ImportTables tables;
    private final ImportPlans plans;
    private final ImportReports reports;
    private final Clock clock;

    @Activate
    public Imports(
            @Reference Platform platform,
            @Reference ImportTables tables,
            @Reference ImportPlans plans,
            @Reference ImportReports reports,
            @Reference(target = "(time=real)") Clock clock) {
        this.platform = platform;
        this.tables = tables;
        this.plans = plans;
        this.reports = reports;
        this.clock = clock;
    }

    /**
     * Stores a CSV file (UTF-8, RFC 4180, column names in the first line) to be imported.
     *
     * @throws Problem 404 {@code seller-not-found}, {@code product-not-found}; 400 {@code header-unreadable}, {@code
     *     mapping-invalid} and others that name the field; 413 {@code body-too-large}; 429 {@code imports-open}
     */
    public Import start(ImportOrder order, InputStream file) {
        return platform.inUnit(() -> {
            try {
                return receive(order, file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private Import receive(ImportOrder order, InputStream file) throws IOException {
        if (tables.imports().open() >= MOST_OPEN) {
            throw new Problem(Problem.Kind.TOO_MANY, "imports-open", MOST_OPEN + " imports have not ended yet")
                    .retryAfter(30);
        }
        byte[] piece = file.readNBytes(PIECE);
        Header header = Columns.header(piece);
        ImportPlan plan = plans.check(order, header.names());
        ImportRow row = tables.imports().create(platform.ids().next(), plan, header.lines(), clock.instant());
        LineCount lines = new LineCount();
        for (int part = 0; piece.length > 0; part++) {
            lines.add(piece);
            if (lines.bytes() > MOST_BYTES) {
                throw new Problem(Problem.Kind.TOO_LARGE, "body-too-large", "at most " + MOST_BYTES + " bytes");
            }
            tables.files().add(row.id(), plan.seller(), part, piece);
            piece = file.readNBytes(PIECE);
        }
        row.received(lines.bytes(), lines.lines());
        Import job = row.view();
        reports.started(job);
        return job;
    }

    /** Newest first. */
    public Page<Import> list(PageRequest request) {
        return platform.inUnit(() -> tables.imports().newest(request).map(ImportRow::view));
    }

    /**
     * One import.
     *
     * @throws Problem 404 {@code import-not-found}
     */
    public Import get(String id) {
        return platform.inUnit(() -> row(id).view());
    }

    /**
     * Why lines were not taken, in the order of the file. At most {@value ImportWorker#MOST_ERRORS} are kept.
     *
     * @throws Problem 404 {@code import-not-found}
     */
    public Page<LineError> errors(String id, PageRequest request) {
        return platform.inUnit(() -> tables.errors().of(row(id).id(), request).map(ImportErrorRow::error));
    }

    private ImportRow row(String id) {
        return tables.imports().find(id).orElseThrow(() -> Problem.notFound("import", id));
    }
}
