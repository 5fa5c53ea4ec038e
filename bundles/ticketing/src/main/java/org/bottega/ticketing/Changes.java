package org.bottega.ticketing;

import org.bottega.api.Problem;
import org.bottega.ticketing.Actors.Behalf;
import org.bottega.ticketing.store.CasePart.Asking;
import org.bottega.ticketing.store.CasePart.Before;
import org.bottega.ticketing.store.TicketRow;
import org.bottega.ticketing.store.TicketTables;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Changing what a ticket asks for, and reopening it. Both may take steps in sales: outside a unit of work only. */
@Component(service = Changes.class)
public final class Changes {

    private final Platform platform;
    private final TicketTables tables;
    private final Records records;
    private final TicketDesk desk;
    private final CaseSteps steps;

    @Activate
    public Changes(
            @Reference Platform platform,
            @Reference TicketTables tables,
            @Reference Records records,
            @Reference TicketDesk desk,
            @Reference CaseSteps steps) {
        this.platform = platform;
        this.tables = tables;
        this.records = records;
        this.desk = desk;
        this.steps = steps;
    }

    /**
     * What it is to become.
     *
     * @param reason code, for REFUND; SUPPORT may have none
     * @param comment 1 to 10,000 characters, or null
     * @param consent the customer's comment by which he agrees (TKT-16), or null
     */
    public record Change(TicketType type, String reason, String comment, Behalf behalf, String consent) {
        public Change {
            if (type == null) {
                throw Problem.invalid("field-missing", "type", "REFUND or SUPPORT");
            }
            if (type == TicketType.CANCELLATION) {
                throw NewTicket.cancellation();
            }
            reason = type == TicketType.REFUND ? Check.code("reason", reason) : null;
            comment = comment == null ? null : Check.body("comment", comment);
        }
    }

    /**
     * Changes the type. To REFUND a fresh clock begins (TKT-26), for all that is left (D18), judged by the age at the
     * ticket's own opening (D25); to SUPPORT the refund stops altogether (TKT-15).
     *
     * @param key names the command
     * @throws Problem 403 {@code permission-missing}; 404 {@code ticket-not-found}; 409 {@code ticket-closed}, {@code
     *     ticket-opening}, {@code ticket-processing}, {@code ticket-type-same}, {@code ticket-open}, {@code
     *     consent-missing}, and what sales refuses
     */
    public TicketRow change(String key, String code, Change wish) {
        platform.refuseUnit();
        String command = RequestKey.of(platform.caller(), key);
        TicketRow row = platform.inUnit(() -> {
            TicketRow done = done(code, command);
            return done != null ? done : change(command, code, wish, desk.open(code));
        });
        return settled(row);
    }

    /** The ticket, if this very command was done or begun. */
    private TicketRow done(String code, String command) {
        return tables.tickets()
                .lock(code)
                .filter(row -> command.equals(row.opening().step()))
                .orElse(null);
    }

    private TicketRow settled(TicketRow row) {
        return row.state() == TicketState.OPENING ? steps.settle(row.id()) : row;
    }

    private TicketRow change(String command, String code, Change wish, TicketRow row) {
        Actor actor = Actors.of(platform.caller(), wish.behalf());
        if (row.type() == wish.type()) {
            throw Problem.conflict("ticket-type-same", "ticket " + code + " is " + row.type() + " already");
        }
        if (wish.type() == TicketType.REFUND) {
            Actors.checkRefunds(platform.caller());
        }
        String agreed = wish.type() == TicketType.SUPPORT ? desk.mayEnd(row, actor, wish.consent()) : null;
        String comment = wish.comment() == null
                ? null
                : records.comment(row, actor, wish.comment()).id();
        if (wish.type() == TicketType.REFUND) {
            steps.begin(row, new Asking(Before.SUPPORT, wish.reason(), actor, platform.now(), comment, command));
            return row;
        }
        desk.endCase(row, actor, "ticket " + code + " was changed to support");
        row.becomeSupport(actor, platform.now());
        row.opening().step(command);
        row.end().agreed(agreed);
        records.plan(row);
        records.changed(row, actor, TicketType.REFUND, agreed);
        return row;
    }

    /**
     * Opens a closed ticket again, with a comment (D19). A refund has a new clock, except that a customer whose ticket was
     * closed without his consent keeps the one it had: when that has run out, it is processed at once.
     *
     * @param key names the command
     * @throws Problem 403 {@code permission-missing}; 404 {@code ticket-not-found}; 409 {@code ticket-not-closed}, {@code
     *     ticket-processed}, {@code ticket-open}, and what sales refuses
     */
    public TicketRow reopen(String key, String code, Behalf behalf, String comment) {
        platform.refuseUnit();
        String text = Check.body("comment", comment);
        String command = RequestKey.of(platform.caller(), key);
        TicketRow row = platform.inUnit(() -> {
            TicketRow done = done(code, command);
            return done != null ? done : reopen(command, closed(code), behalf, text);
        });
        return settled(row);
    }

    private TicketRow closed(String code) {
        TicketRow row = tables.tickets().lock(code).orElseThrow(() -> TicketDesk.missing(code));
        if (row.state() != TicketState.CLOSED) {
            throw Problem.conflict("ticket-not-closed", "ticket " + code + " is " + row.state());
        }
        if (row.end().why() == ClosedWhy.PROCESSED) {
            throw Problem.conflict("ticket-processed", "what ticket " + code + " asked for was done");
        }
        return row;
    }

    private TicketRow reopen(String command, TicketRow row, Behalf behalf, String text) {
        Actor actor = Actors.of(platform.caller(), behalf);
        if (row.type() == TicketType.REFUND) {
            Actors.checkRefunds(platform.caller());
        }
        String comment = records.comment(row, actor, text).id();
        if (row.type() == TicketType.SUPPORT) {
            row.clock().touch(actor, platform.now());
            row.reopen(command);
            records.plan(row);
            records.reopened(row, actor, false);
            return row;
        }
        String reason = row.subject().reason();
        steps.begin(row, new Asking(Before.CLOSED, reason, actor, platform.now(), comment, command));
        return row;
    }
}
