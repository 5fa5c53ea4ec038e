package org.bottega.sales.imports.shell;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import org.bottega.sales.imports.Import;
import org.bottega.sales.imports.ImportCounts;
import org.bottega.sales.imports.ImportState;

/** Shows how far an import is: one line that redraws itself at a terminal, else a line for every tenth of the way. */
final class ProgressLine {

    private static final String ERASE_REST = "\u001b[K";

    private final PrintStream out;
    private final boolean redraws;
    private final int linesBefore;
    private int tenth = -1;

    /**
     * @param redraws whether {@code out} is a terminal
     * @param linesBefore lines that were done when the clock began to run
     */
    ProgressLine(PrintStream out, boolean redraws, int linesBefore) {
        this.out = out;
        this.redraws = redraws;
        this.linesBefore = linesBefore;
    }

    /** Shows it as it is now. */
    void show(Import job, Duration running) {
        String text = text(job, running);
        if (redraws) {
            out.print("\r" + text + ERASE_REST);
        } else if (percent(job) / 10 > tenth) {
            tenth = percent(job) / 10;
            out.println(text);
        }
        out.flush();
    }

    /** Leaves the line. */
    void end() {
        if (redraws) {
            out.println();
        }
    }

    private String text(Import job, Duration running) {
        if (job.state() == ImportState.QUEUED) {
            return "  0 %  waiting to begin";
        }
        ImportCounts counts = job.counts();
        long perSecond = (job.size().done() - linesBefore) * 1000L / Math.max(1, running.toMillis());
        String text = format(
                "%3d %%  %d of %d lines  %d/s  new %d  unchanged %d  errors %d",
                percent(job),
                job.size().done(),
                job.size().lines(),
                perSecond,
                counts.created(),
                counts.unchanged(),
                counts.failed());
        return job.trouble() == null ? text : text + "  held up: " + job.trouble();
    }

    /** 100 only when all is done. */
    static int percent(Import job) {
        return job.size().lines() == 0
                ? 100
                : (int) (100L * job.size().done() / job.size().lines());
    }

    /** What came of it, in two or three lines. */
    static String summary(Import job, Duration took) {
        ImportCounts counts = job.counts();
        return format(
                "Import %s is %s after %.1f s.%n%d new purchases of %d new buyers, %s; %d unchanged, %s; total %s;"
                        + " %d lines with errors.",
                job.id(),
                job.state(),
                took.toMillis() / 1000.0,
                counts.created(),
                counts.buyers(),
                money(job, counts.createdAmount()),
                counts.unchanged(),
                money(job, counts.unchangedAmount()),
                money(job, counts.createdAmount() + counts.unchangedAmount()),
                counts.failed());
    }

    private static String money(Import job, long minor) {
        var currency = job.plan().currency();
        BigDecimal amount = BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
        return format("%." + currency.getDefaultFractionDigits() + "f %s", amount, currency.getCurrencyCode());
    }

    private static String format(String text, Object... args) {
        return String.format(Locale.ENGLISH, text, args);
    }
}
