package org.bottega.core.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.bottega.api.DomainEvent;
import org.bottega.api.EventType;
import org.bottega.api.Events;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.api.spi.DueWork;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.core.testing.TestPlatform;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/**
 * A module of the tests. A bill is due every week; each makes an event, upon which a reminder is set for 36 hours later, and a
 * second event, which is noted too. All that happens is written into a diary, with the time at which it did.
 */
final class Chores extends Rows {

    static final String ID = "chores";

    /** The node dies, as far as the platform can tell. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** A bill was made. */
    @EventType("chores.Billed")
    record Billed(String bill) implements DomainEvent {
        @Override
        public String aggregate() {
            return bill;
        }
    }

    /** A reminder was set. */
    @EventType("chores.Noted")
    record Noted(String bill) implements DomainEvent {
        @Override
        public String aggregate() {
            return bill;
        }
    }

    /** Rows, or bills whose events, are refused. */
    final Set<String> bad = new HashSet<>();

    /** Is told each line of the diary, in the unit of work that writes it. */
    Consumer<String> also = line -> {};

    /** The next row of this id ends the node. */
    String deadly;

    private final Clock clock;
    private final Events events;

    Chores(TestPlatform platform) {
        this(platform, platform.store(ID));
    }

    private Chores(TestPlatform platform, Store store) {
        super(store);
        clock = platform.businessClock();
        events = platform.events();
        ModuleInfo info = new ModuleInfo(ID, "Chores", "1.0.0", Set.of(), Set.of("chores:read"));
        BusinessModule module = () -> info;
        platform.module(module);
        platform.work(new Due("chores.bill", "chores_bill"), new Due("chores.remind", "chores_reminder"));
        platform.listen(new Remind(), new Note());
    }

    /** Adds a bill that is due every week from then on. Needs an open unit of work, as all that follow. */
    void bill(String id, Instant first) {
        update("insert into chores_bill (tenant_id, id, due_at) values (?, ?, ?)", tenant(), id, first);
    }

    /** Whether a row has been given up. */
    boolean isParked(String table, String id) {
        return query(
                        "select due_at from " + table + " where tenant_id = ? and id = ?",
                        row -> row.instant(1) == null,
                        tenant(),
                        id)
                .get(0);
    }

    List<String> diary() {
        return query("select line from chores_diary where tenant_id = ? order by id", row -> row.string(1), tenant());
    }

    private void write(String line) {
        update(
                "insert into chores_diary (tenant_id, id, line) values (?, ?, ?)",
                tenant(),
                next("chores_seq"),
                clock.instant() + " " + line);
        also.accept(line);
    }

    private final class Due implements DueWork {
        private final String id;
        private final String table;

        Due(String id, String table) {
            this.id = id;
            this.table = table;
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public String module() {
            return ID;
        }

        @Override
        public String table() {
            return table;
        }

        @Override
        public void process(String row) {
            write(id + " " + row);
            if (row.equals(deadly)) {
                deadly = null;
                throw new Killed();
            }
            if (bad.contains(row)) {
                throw new IllegalArgumentException("cannot do " + row);
            }
            boolean bill = table.equals("chores_bill");
            Instant again = bill ? clock.instant().plus(Duration.ofDays(7)) : null;
            update("update " + table + " set due_at = ? where tenant_id = ? and id = ?", again, tenant(), row);
            if (bill) {
                events.publish(new Billed(row));
            }
        }
    }

    private final class Remind implements DomainEventListener<Billed> {
        @Override
        public String id() {
            return "chores.remind";
        }

        @Override
        public String module() {
            return ID;
        }

        @Override
        public Class<Billed> type() {
            return Billed.class;
        }

        @Override
        public void on(Billed event, Instant at) {
            if (bad.contains("event of " + event.bill())) {
                throw new IllegalArgumentException("cannot hear of " + event.bill());
            }
            write("heard of " + event.bill() + " of " + at);
            update(
                    "insert into chores_reminder (tenant_id, id, due_at) values (?, ?, ?)",
                    tenant(),
                    event.bill() + "-" + clock.millis(),
                    clock.instant().plus(Duration.ofHours(36)));
            events.publish(new Noted(event.bill()));
        }
    }

    private final class Note implements DomainEventListener<Noted> {
        @Override
        public String id() {
            return "chores.note";
        }

        @Override
        public String module() {
            return ID;
        }

        @Override
        public Class<Noted> type() {
            return Noted.class;
        }

        @Override
        public void on(Noted event, Instant at) {
            write("noted " + event.bill() + " of " + at);
        }
    }
}
