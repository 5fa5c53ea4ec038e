package org.bottega.core.clock;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bottega.api.platform.TenantClocks.Move;
import org.bottega.api.platform.TenantClocks.State;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** The tables {@code core_clock} and {@code core_clock_move}. Methods need an open unit of work. */
final class ClockRows extends Rows {

    private static final String ID = "clock";
    private static final String MOVES =
            """
            select id, state, from_at, to_at, steps, processed, failures, begun_at, ended_at, due_at
            from core_clock_move where tenant_id = ?""";

    ClockRows(Store store) {
        super(store);
    }

    /** What the tenant's clock says, unless it was never moved. */
    Optional<Reading> read() {
        return query(
                        "select reading from core_clock where tenant_id = ? and id = ?",
                        row -> Reading.of(row.string(1)),
                        tenant(),
                        ID)
                .stream()
                .findFirst();
    }

    void write(Reading reading) {
        int changed = update(
                "update core_clock set reading = ? where tenant_id = ? and id = ?", reading.text(), tenant(), ID);
        if (changed == 0) {
            update(
                    "insert into core_clock (tenant_id, id, reading, due_at) values (?, ?, ?, ?)",
                    tenant(),
                    ID,
                    reading.text(),
                    Instant.EPOCH);
        }
    }

    Optional<Move> newest() {
        return query(MOVES + " order by id desc fetch first 1 rows only", ClockRows::move, tenant()).stream()
                .findFirst();
    }

    Optional<Move> find(String id) {
        return query(MOVES + " and id = ?", ClockRows::move, tenant(), id).stream()
                .findFirst();
    }

    void insert(String id, Instant from, Instant to, Instant real) {
        update(
                "insert into core_clock_move (tenant_id, id, state, from_at, to_at, begun_at, due_at)"
                        + " values (?, ?, 'MOVING', ?, ?, ?, ?)",
                tenant(),
                id,
                from,
                to,
                real,
                real);
    }

    /** Lets a stuck move go on, to another end. */
    void revive(String id, Instant to, Instant real) {
        update(
                "update core_clock_move set to_at = ?, due_at = ?, due_attempts = 0, due_error = null"
                        + " where tenant_id = ? and id = ? and state = 'MOVING' and due_at is null",
                to,
                real,
                tenant(),
                id);
    }

    /** Takes a move whose lease, if somebody had it, is over. False: it is not to be had. */
    boolean claim(String id, Instant real, Instant lease) {
        return update(
                        "update core_clock_move set due_at = ?"
                                + " where tenant_id = ? and id = ? and state = 'MOVING' and due_at <= ?",
                        lease,
                        tenant(),
                        id,
                        real)
                == 1;
    }

    /** Extends the lease. False: it was lost. */
    boolean renew(String id, Instant held, Instant lease) {
        return update(
                        "update core_clock_move set due_at = ? where tenant_id = ? and id = ? and due_at = ?",
                        lease,
                        tenant(),
                        id,
                        held)
                == 1;
    }

    void note(Move move) {
        update(
                "update core_clock_move set steps = ?, processed = ?, failures = ? where tenant_id = ? and id = ?",
                move.steps(),
                move.processed(),
                move.failures().isEmpty() ? null : String.join("\n", move.failures()),
                tenant(),
                move.id());
    }

    void done(String id, Instant real) {
        update(
                "update core_clock_move set state = 'DONE', ended_at = ?, due_at = null where tenant_id = ? and id = ?",
                real,
                tenant(),
                id);
    }

    private static Move move(Row row) {
        boolean stuck = row.string(2).equals("MOVING") && row.instant(10) == null;
        String failures = row.string(7);
        return new Move(
                row.string(1),
                stuck ? State.STUCK : State.valueOf(row.string(2)),
                row.instant(3),
                row.instant(4),
                row.number(5),
                row.number(6),
                failures == null ? List.of() : List.of(failures.split("\n")),
                row.instant(8),
                row.instant(9));
    }
}
