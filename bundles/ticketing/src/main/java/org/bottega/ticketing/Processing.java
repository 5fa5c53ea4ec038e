package org.bottega.ticketing;

import java.time.Instant;
import org.bottega.api.Problem;
import org.bottega.sales.api.RefundCase;
import org.bottega.sales.api.RefundCases;
import org.bottega.ticketing.HistoryEntry.What;
import org.bottega.ticketing.store.TicketRow;
import org.bottega.ticketing.store.TicketTables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What happens to tickets by itself. A refund is marked as being processed, sales is told to make it under a key of this
 * attempt, and the ticket follows: who dies in between asks again under the same key, and money moves once.
 */
@Component(service = Processing.class)
public final class Processing {

    private final Platform platform;
    private final TicketTables tables;
    private final Records records;
    private final CaseSteps steps;
    private final Refunding refunding;

    @Activate
    public Processing(
            @Reference Platform platform,
            @Reference TicketTables tables,
            @Reference Records records,
            @Reference CaseSteps steps,
            @Reference Refunding refunding) {
        this.platform = platform;
        this.tables = tables;
        this.records = records;
        this.steps = steps;
        this.refunding = refunding;
    }

    /** The two that sales has to do with. */
    @Component(service = Refunding.class)
    public static final class Refunding {
        private final RefundCases cases;
        private final CaseEnds ends;
        private final Deadlines deadlines;

        @Activate
        public Refunding(@Reference RefundCases cases, @Reference CaseEnds ends, @Reference Deadlines deadlines) {
            this.cases = cases;
            this.ends = ends;
            this.deadlines = deadlines;
        }
    }

    /** Does what is due for one, if anything is. */
    public void look(String code) {
        platform.refuseUnit();
        NextStep step = platform.inUnit(() -> tables.tickets()
                .lock(code)
                .filter(row -> row.due().at() != null && !row.due().at().isAfter(platform.now()))
                .map(this::first)
                .orElse(null));
        if (step == NextStep.SETTLE) {
            settle(code);
        } else if (step == NextStep.PROCESS) {
            process(code);
        }
    }

    /**
     * Does what needs one unit of work only; what is left is said, and is nobody else's meanwhile: a minute later somebody
     * looks again, in case this one died.
     */
    private NextStep first(TicketRow row) {
        NextStep step = row.due().step();
        switch (step) {
            case SETTLE -> row.due().again(platform.now().plus(CaseSteps.RECOVERY));
            case PROCESS -> {
                row.due().again(platform.now().plus(CaseSteps.RECOVERY));
                if (row.state() == TicketState.OPEN) {
                    row.process();
                    records.line(row, What.PROCESSING, Actor.SYSTEM, null);
                }
            }
            case WARN_1, WARN_2 -> warn(row);
            case CLOSE -> close(row);
            default -> throw new IllegalStateException("next is " + step);
        }
        return step;
    }

    /** TKT-27, TKT-28, TKT-31. */
    private void warn(TicketRow row) {
        row.clock().warn(platform.now());
        records.plan(row);
        Actor waitsFor = row.clock().lastBy() == Actor.SELLER ? Actor.CUSTOMER : Actor.SELLER;
        records.warned(row, row.clock().warned(), waitsFor);
    }

    /** TKT-29, TKT-32; never at a weekend, not even late (TKT-30). */
    private void close(TicketRow row) {
        Instant at = refunding.deadlines.mayClose(row, platform.now());
        if (at.isAfter(platform.now())) {
            row.due().next(NextStep.CLOSE, at);
            return;
        }
        row.end().agreed(null);
        row.close(Actor.SYSTEM, ClosedWhy.SILENCE, platform.now());
        records.closed(row, Actor.SYSTEM, ClosedWhy.SILENCE, null);
    }

    /** A refusal of sales ends what a crash left; it told nobody that it was open. */
    private void settle(String code) {
        try {
            steps.settle(code);
        } catch (Problem refused) {
            if (!CaseSteps.isFinal(refused)) {
                throw refused;
            }
        }
    }

    private void process(String code) {
        TicketRow row = platform.inUnit(() -> tables.tickets().find(code).orElseThrow());
        int grants = row.refund().grants();
        String request = row.refund().id();
        String key = code + '.' + row.refund().round() + '.' + grants;
        RefundCase now;
        String why = null;
        try {
            now = refunding.cases.grant(key, request, "ticket " + code);
        } catch (Problem refused) {
            if (!CaseSteps.isFinal(refused)) {
                throw refused;
            }
            why = refused.code();
            now = refunding.cases.find(request).orElseThrow(() -> refused);
        }
        follow(code, grants, now, why);
    }

    private void follow(String code, int grants, RefundCase now, String why) {
        platform.inUnit(() -> {
            tables.tickets()
                    .lock(code)
                    .filter(row ->
                            now.id().equals(row.refund().id()) && row.refund().grants() == grants)
                    .ifPresent(row -> refunding.ends.follow(row, now.state(), why));
            return null;
        });
    }
}
