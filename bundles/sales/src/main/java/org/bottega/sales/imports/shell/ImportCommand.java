package org.bottega.sales.imports.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.apache.karaf.shell.support.completers.FileCompleter;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.platform.Modules;
import org.bottega.sales.SalesModule;
import org.bottega.sales.imports.Import;
import org.bottega.sales.imports.ImportOrder;
import org.bottega.sales.imports.ImportState;
import org.bottega.sales.imports.Imports;
import org.bottega.sales.imports.csv.Columns;
import org.bottega.sales.imports.csv.LineError;

/** Imports a file of this machine. Fails when the import does, or when lines were not taken. */
@Service
@Command(
        scope = "sales",
        name = "import",
        description = "Imports past sales from a CSV file on the server's machine",
        detailedDescription =
                """
                Imports past sales of one seller, in one currency. The file is UTF-8, with commas, and has names of columns
                in its first line; --map says which column is what. transaction, purchasedAt, amount and one of buyerEmail
                and buyer are needed; columns with well-known names are found without --map, and what was guessed is told.
                Amounts are decimal: 12.50. Without a column of addresses they are made of the column buyer.

                  sales:import --tenant acme --seller anna --currency EUR past-sales.csv
                  sales:import --tenant acme --seller anna --currency EUR \
                      --map transaction=order --map purchasedAt=sold_at --map amount=total past-sales.csv
                  sales:import --tenant acme --seller anna --currency GBP --map buyer=CustomerID \
                      --buyer-email 'customer-{buyer}@example.com' invoices.csv

                Nobody is told of it and nothing is charged, unless --replay says so. What was imported before is passed
                over, so that a file can be imported again. Exit status 1 when a line was refused; the first ones are shown
                with the reason, and the others are imported all the same.""")
public final class ImportCommand implements Action {

    private static final long LOOK_MILLIS = 250;
    private static final int ERRORS_SHOWN = 10;
    private static final int HEADER_BYTES = 256 * 1024;

    @Option(name = "--tenant", aliases = "-t", description = "Id of the marketplace", required = true)
    @Completion(TenantNames.class)
    String tenant;

    @Option(name = "--seller", description = "Whose sales they were", required = true)
    @Completion(SellerNames.class)
    String seller;

    @Option(name = "--currency", description = "ISO 4217 code of the amounts, such as GBP", required = true)
    String currency;

    @Option(
            name = "--map",
            multiValued = true,
            description = "field=column; fields: transaction, purchasedAt, amount, buyer, buyerEmail, buyerName."
                    + " Well-known columns are found without")
    List<String> maps;

    @Option(name = "--buyer-email", description = "Template of the buyers' addresses: customer-{buyer}@example.com")
    String template;

    @Option(name = "--product", description = "What was sold")
    String product;

    @Option(name = "--zone", description = "Of days and local times; the seller's when absent")
    String zone;

    @Option(name = "--status", description = "Of the purchases; COMPLETE when absent")
    String status;

    @Option(name = "--replay", description = "Tell the other modules as if it were sold now: mails go out")
    boolean replay;

    @Option(name = "--redraw", description = "Show progress on one line, as is done at a terminal anyway")
    boolean redraw;

    @Option(name = "--wait", description = "Wait for the end; --wait=false returns when the file is stored")
    boolean wait = true;

    @Argument(name = "file", description = "The CSV file", required = true)
    @Completion(FileCompleter.class)
    String file;

    @Reference
    Session session;

    @Reference
    Callers callers;

    @Reference
    Modules modules;

    @Reference
    Imports imports;

    @Override
    public Object execute() throws Exception {
        Object user = session.get("USER");
        try {
            if (!modules.isOn(tenant, SalesModule.ID)) {
                throw new Problem(
                        Problem.Kind.NOT_FOUND, "module-not-enabled", "module sales is not on for tenant " + tenant);
            }
            return callers.as(Caller.operator(tenant, user == null ? "operator" : user.toString()), this::importFile);
        } catch (Problem problem) {
            StringBuilder text = new StringBuilder(problem.getMessage());
            if (problem.errors().size() > 1 || "mapping-invalid".equals(problem.code())) {
                problem.errors().forEach(e -> text.append("\n  ")
                        .append(e.field())
                        .append(": ")
                        .append(e.detail()));
            }
            throw new CommandException(text.toString(), text.toString(), problem);
        }
    }

    private Void importFile() throws IOException, InterruptedException {
        Path path = session.currentDir() == null
                ? Path.of(file)
                : session.currentDir().resolve(file);
        if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
            throw new Problem(
                    Problem.Kind.NOT_FOUND, "file-not-found", "there is no readable file " + path + " on this machine");
        }
        long start = System.nanoTime();
        Import job = start(path);
        if (!wait) {
            session.getConsole().println("Import " + job.id() + " begins in a moment.");
            return null;
        }
        end(watch(job, start), start);
        return null;
    }

    private Import start(Path path) throws IOException {
        HeaderGuess guess;
        try (InputStream in = Files.newInputStream(path)) {
            List<String> header = Columns.header(in.readNBytes(HEADER_BYTES)).names();
            guess = HeaderGuess.of(header, HeaderGuess.given(maps), template);
        }
        if (!guess.guessed().isEmpty()) {
            session.getConsole().println("Guessed from the header: " + String.join(", ", guess.guessed()));
        }
        ImportOrder order =
                new ImportOrder(seller, product, currency, zone, status, replay, guess.columns(), guess.template());
        try (InputStream in = Files.newInputStream(path)) {
            return imports.start(order, in);
        }
    }

    private Import watch(Import begun, long start) throws InterruptedException {
        boolean terminal =
                redraw || session.getTerminal() != null && session.getTerminal().isAnsiSupported();
        ProgressLine line =
                new ProgressLine(session.getConsole(), terminal, begun.size().done());
        Import job = begun;
        CountDownLatch never = new CountDownLatch(1);
        try {
            do {
                line.show(job, since(start));
                never.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                job = imports.get(begun.id());
            } while (!job.state().isFinal());
            line.show(job, since(start));
        } catch (InterruptedException e) {
            session.getConsole().println("\nImport " + begun.id() + " goes on by itself.");
            throw e;
        } finally {
            line.end();
        }
        return job;
    }

    private void end(Import job, long start) {
        session.getConsole().println(ProgressLine.summary(job, since(start)));
        List<LineError> errors =
                imports.errors(job.id(), new PageRequest(ERRORS_SHOWN, null)).items();
        for (LineError error : errors) {
            String field = error.field() == null ? "" : ", " + error.field();
            session.getConsole().println("  line " + error.line() + field + ": " + error.detail());
        }
        if (job.state() == ImportState.FAILED) {
            throw new Problem(Problem.Kind.UNPROCESSABLE, "import-failed", "the import failed: " + job.trouble());
        }
        if (job.counts().failed() > 0) {
            throw new Problem(
                    Problem.Kind.UNPROCESSABLE, "lines-failed", job.counts().failed() + " lines were not imported");
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
