package org.bottega.core.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bottega.api.Callers;
import org.bottega.api.Events;
import org.bottega.api.Mailer;
import org.bottega.api.UnitOfWork;
import org.bottega.api.platform.TenantClocks;
import org.bottega.api.spi.AnyEventListener;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.api.spi.DueWork;
import org.bottega.core.clock.ClockMover;
import org.bottega.core.clock.ClockService;
import org.bottega.core.clock.Moves;
import org.bottega.core.clock.TenantDue;
import org.bottega.core.deadline.DueWorks;
import org.bottega.core.deadline.Sweeper;
import org.bottega.core.deadline.Tracked;
import org.bottega.core.deadline.Wake;
import org.bottega.core.file.DatabaseFiles;
import org.bottega.core.file.FileClearing;
import org.bottega.core.file.FileStore;
import org.bottega.core.mail.MailOutbox;
import org.bottega.core.mail.MailRows;
import org.bottega.core.mail.MailTemplates;
import org.bottega.core.mail.Transport;
import org.bottega.core.outbox.Courier;
import org.bottega.core.outbox.DueLanes;
import org.bottega.core.outbox.Lane;
import org.bottega.core.outbox.LaneQueue;
import org.bottega.core.outbox.Listeners;
import org.bottega.core.outbox.Outbox;
import org.bottega.core.outbox.OutboxRows;
import org.bottega.core.outbox.Subscriptions;
import org.bottega.core.outbox.TenantOutbox;

/** What goes on after a commit: events, due work, mails, each moved by hand, as the runtime's threads would do it. */
final class TestPipes {

    private static final int DUE = 1000;

    private final TestPlatform platform;
    private final Failures failures = new Failures();
    private final OutboxRows outboxRows;
    private final MailRows mailRows;
    private final Subscriptions subscriptions;
    private final Listeners listeners;
    private final DueWorks works = new DueWorks();
    private final Transport transport = new Transport();
    private final Events events;
    private final Mailer mailer;
    private final Courier courier;
    private final DueLanes lanes;
    private final Sweeper sweeper;
    private final TenantClocks clocks;
    private final DatabaseFiles files;

    TestPipes(TestPlatform platform) {
        this.platform = platform;
        Callers callers = platform.callers();
        UnitOfWork unit = platform.unitOfWork();
        MovableClock clock = platform.clock();
        outboxRows = new OutboxRows(platform.store("core"), platform.ids());
        mailRows = new MailRows(
                platform.store("core"), platform.ids(), platform.core().times());
        subscriptions = new Subscriptions(outboxRows, platform.modules(), callers, unit);
        listeners = new Listeners(subscriptions, platform.modules());
        events = new Outbox(outboxRows, subscriptions, new LaneQueue(unit), callers, platform.businessClock());
        courier = new Courier(outboxRows, listeners, callers, unit, clock);
        lanes = new DueLanes(platform.dueRows(), platform.tenants(), listeners, clock);
        sweeper = new Sweeper(
                platform.dueRows(),
                platform.modules(),
                callers,
                unit,
                platform.core().times());
        Moves moves = new Moves(
                platform.store("core"),
                unit,
                callers,
                platform.ids(),
                platform.core().times());
        TenantDue due = new TenantDue(works, platform.dueRows(), sweeper, platform.modules());
        TenantOutbox outbox = new TenantOutbox(outboxRows, courier, listeners, callers, unit);
        new ClockMover(works, moves, due, outbox, Duration.ZERO);
        clocks = new ClockService(moves, platform.tenants(), unit, platform.audit(), new Wake(unit));
        FileStore fileStore =
                new FileStore(platform.store("core"), unit, platform.ids(), new Wake(unit), platform.clock());
        files = new DatabaseFiles(fileStore, platform.policies(), callers, platform.audit(), platform.businessClock());
        works.bind(new FileClearing(fileStore));
        MailTemplates templates = new MailTemplates(platform.core().deployed());
        works.bind(failures.watch(platform.core().catchUp()));
        mailer = new MailOutbox(mailRows, templates, transport, new Wake(unit));
    }

    DatabaseFiles files() {
        return files;
    }

    TenantClocks clocks() {
        return clocks;
    }

    Events events() {
        return events;
    }

    Mailer mailer() {
        return mailer;
    }

    void listen(DomainEventListener<?> listener) {
        listeners.bind(failures.watch(listener));
    }

    void listen(AnyEventListener listener) {
        listeners.bindAll(failures.watch(listener));
    }

    void work(DueWork work) {
        works.bind(failures.watch(work));
    }

    void drain() {
        for (boolean more = true; more; ) {
            more = false;
            for (Lane lane : lanes.find()) {
                more |= courier.run(lane) != Courier.Outcome.NOTHING;
                failures.rethrow();
            }
        }
    }

    /** Makes the moves of clocks that have begun. */
    void moveClocks() {
        works.present().stream()
                .filter(work -> work.service() instanceof ClockMover)
                .forEach(work -> sweeper.find(work.service(), Set.of(), new HashSet<>())
                        .forEach((tenant, rows) -> sweeper.sweep(work, tenant, rows, Map.of())));
        failures.forget();
    }

    void advance(Duration by) {
        Instant end = platform.clock().instant().plus(by);
        for (Optional<Instant> stop = Optional.of(platform.clock().instant()); stop.isPresent(); stop = next(end)) {
            platform.clock().to(stop.get());
            settle();
        }
        platform.clock().to(end);
        settle();
    }

    private void settle() {
        boolean more = true;
        for (int rounds = 0; more; rounds++) {
            if (rounds == DUE) {
                throw new AssertionError("due work never ends");
            }
            drain();
            more = false;
            for (Tracked<DueWork> work : works.present()) {
                more |= sweep(work);
            }
        }
    }

    private boolean sweep(Tracked<DueWork> work) {
        var found = sweeper.find(work.service(), Set.of(), new HashSet<>());
        found.forEach((tenant, rows) -> {
            sweeper.sweep(work, tenant, rows, Map.of());
            failures.rethrow();
        });
        return !found.isEmpty();
    }

    private Optional<Instant> next(Instant end) {
        Instant now = platform.clock().instant();
        return works.present().stream()
                .flatMap(work -> platform.dueRows().find(work.service().table(), null, end, DUE, Set.of()).stream())
                .map(due -> due.dueAt())
                .filter(due -> due.isAfter(now))
                .min(Comparator.naturalOrder());
    }

    List<SentMail> mails(String tenant) {
        return platform.as(tenant, () -> platform.unitOfWork().call(() -> mailRows.newest(null, DUE))).stream()
                .sorted(Comparator.comparing(mail -> mail.id()))
                .map(mail -> new SentMail(
                        mail.content().template(),
                        mail.content().to(),
                        mail.content().subject(),
                        mail.content().text()))
                .toList();
    }
}
