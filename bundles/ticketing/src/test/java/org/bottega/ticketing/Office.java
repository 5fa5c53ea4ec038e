package org.bottega.ticketing;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.bottega.api.Problem;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.core.testing.TestPlatform;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.sales.api.Purchase;
import org.bottega.ticketing.Actors.Behalf;
import org.bottega.ticketing.Changes.Change;
import org.bottega.ticketing.HistoryEntry.What;
import org.bottega.ticketing.reaction.CloseContested;
import org.bottega.ticketing.reaction.CloseDeclined;
import org.bottega.ticketing.reaction.CloseRefunded;
import org.bottega.ticketing.reaction.CloseWithdrawn;
import org.bottega.ticketing.reaction.DueRecounts;
import org.bottega.ticketing.reaction.DueTickets;
import org.bottega.ticketing.reaction.FollowBuyer;
import org.bottega.ticketing.reaction.FollowPolicy;
import org.bottega.ticketing.reaction.FollowZone;
import org.bottega.ticketing.reaction.ReopenRefused;
import org.bottega.ticketing.reaction.TicketRequested;
import org.bottega.ticketing.store.Purge;
import org.bottega.ticketing.store.TicketRow;
import org.bottega.ticketing.store.TicketTables;
import org.junit.jupiter.api.Assertions;

/** All of ticketing on the whole platform: marketplaces acme and bravo, each with sellers anna and bruno, zone Europe/Rome. */
final class Office implements AutoCloseable {

    static final String ACME = "acme";
    static final String BRAVO = "bravo";
    static final String ANNA = "anna";
    static final String BRUNO = "bruno";
    static final String ADA = "ada@example.com";
    static final String ZOE = "zoe@example.com";

    final TestPlatform platform;
    final Book book;
    final Openings openings;
    final TicketDesk desk;
    final Changes changes;
    final Processing processing;
    final TakeRefunds keeper;
    final TicketsService tickets;
    final CaseSteps steps;
    final CaseEvents events;
    final Recounts recounts;
    final RunningClock clock;
    private final AtomicInteger keys = new AtomicInteger();

    Office() {
        this(TestDatabase.Kind.usual());
    }

    Office(TestDatabase.Kind kind) {
        platform = TestPlatform.on(kind);
        book = new Book(platform);
        clock = new RunningClock(platform);
        Platform services = new Platform(
                platform.callers(),
                platform.unitOfWork(),
                clock,
                platform.ids(),
                new Journal(platform.audit(), platform.events()));
        TicketTables tables = new TicketTables(platform.store("ticketing"));
        Deadlines deadlines = new Deadlines(platform.sellers(), platform.tenants(), platform.policies());
        Records records = new Records(services, tables, deadlines);
        CaseEnds ends = new CaseEnds(services, records);
        steps = new CaseSteps(services, tables, records, book, ends);
        openings = new Openings(services, tables, records, book.shelf, steps);
        desk = new TicketDesk(services, tables, records, deadlines, book);
        changes = new Changes(services, tables, records, desk, steps);
        keeper = new TakeRefunds(openings);
        tickets = new TicketsService(services, tables);
        processing = new Processing(services, tables, records, steps, new Processing.Refunding(book, ends, deadlines));
        platform.module(new Sales());
        platform.module(new TicketingModule("1.0.0", new Purge(platform.store("ticketing")), book));
        events = new CaseEvents(services, tables, records, new CaseEvents.Sales(book, book.shelf), ends);
        recounts = new Recounts(services, tables, records, deadlines);
        listen();
        for (String tenant : List.of(ACME, BRAVO)) {
            platform.newTenant(tenant);
            platform.newSeller(tenant, ANNA);
            platform.newSeller(tenant, BRUNO);
            platform.enable(tenant, "sales");
            platform.enable(tenant, TicketingModule.ID);
        }
    }

    private void listen() {
        platform.listen(
                new TicketRequested(events),
                new CloseWithdrawn(events),
                new CloseDeclined(events),
                new CloseContested(events),
                new CloseRefunded(events),
                new ReopenRefused(events),
                new FollowBuyer(events),
                new FollowZone(recounts),
                new FollowPolicy(recounts));
        platform.work(new DueTickets(processing), new DueRecounts(recounts));
    }

    /** What ticketing needs to be on before it. */
    private static final class Sales implements BusinessModule {
        private final ModuleInfo info =
                new ModuleInfo("sales", "Sales", "1.0.0", Set.of(), Set.of(TicketingModule.REFUND));

        @Override
        public ModuleInfo info() {
            return info;
        }
    }

    String key() {
        return "key-" + keys.incrementAndGet();
    }

    /** Goes on to this local time of Rome, such as 2026-03-06T15:00. */
    void to(String local) {
        Instant then = java.time.LocalDateTime.parse(local)
                .atZone(java.time.ZoneId.of("Europe/Rome"))
                .toInstant();
        platform.advance(Duration.between(platform.clock().instant(), then));
    }

    Purchase sold() {
        return book.sold(ACME, ANNA, ADA);
    }

    static NewTicket refund(Purchase p, Behalf by) {
        return new NewTicket(TicketType.REFUND, p.transaction(), "CHANGED_MIND", "not for me", by, null);
    }

    static NewTicket support(Purchase p) {
        return new NewTicket(TicketType.SUPPORT, p.transaction(), "ACCESS", "the link is dead", null, null);
    }

    <T> T ada(Supplier<T> work) {
        return platform.asBuyer(ACME, ADA, work::get);
    }

    <T> T anna(Supplier<T> work) {
        return platform.asSeller(ACME, ANNA, work::get);
    }

    <T> T acme(Supplier<T> work) {
        return platform.as(ACME, work::get);
    }

    /** Ada wants her money back. */
    String byAda(Purchase p) {
        return ada(() -> openings.open(key(), refund(p, null)).id());
    }

    /** Ada needs help. */
    String help(Purchase p) {
        return ada(() -> openings.open(key(), support(p)).id());
    }

    /** Anna gives back. */
    String byAnna(Purchase p) {
        return anna(() -> openings.open(key(), refund(p, null)).id());
    }

    static Change to(TicketType type, String consent) {
        return new Change(type, type == TicketType.REFUND ? "CHANGED_MIND" : null, null, null, consent);
    }

    TicketRow now(String code) {
        return acme(() -> desk.get(code, null).ticket());
    }

    List<What> history(String code) {
        return acme(() ->
                desk.get(code, null).history().stream().map(HistoryEntry::what).toList());
    }

    void is(String code, TicketState state, String due) {
        TicketRow row = now(code);
        Assertions.assertEquals(state, row.state());
        Instant expected = due == null
                ? null
                : java.time.LocalDateTime.parse(due)
                        .atZone(java.time.ZoneId.of("Europe/Rome"))
                        .toInstant();
        Assertions.assertEquals(expected, row.due().at());
    }

    static Problem refused(String code, Runnable work) {
        Problem problem = Assertions.assertThrows(Problem.class, work::run);
        Assertions.assertEquals(code, problem.code(), problem.getMessage());
        return problem;
    }

    static List<What> steps(What... what) {
        return Arrays.asList(what);
    }

    @Override
    public void close() {
        platform.close();
    }
}
