package org.bottega.core.user;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** The table {@code core_login_try}. The id of a row is the keyed hash of what is counted. */
final class ThrottleRows extends Rows {

    /**
     * Tries that were not followed by success.
     *
     * @param recent when the latest were made, the oldest first
     * @param strikes how often it was blocked in a row
     * @param blockedUntil or null
     * @param lastAt of the latest try
     */
    record Tries(List<Instant> recent, int strikes, Instant blockedUntil, Instant lastAt) {}

    ThrottleRows(Store store) {
        super(store);
    }

    /** The row, locked to the end of the unit of work; it is made when there is none. */
    Tries lock(String id, Instant now) {
        int found = update("update core_login_try set due_attempts = 0 where tenant_id = ? and id = ?", tenant(), id);
        if (found == 0) {
            update(
                    "insert into core_login_try (tenant_id, id, recent, strikes, last_at) values (?, ?, ?, ?, ?)",
                    tenant(),
                    id,
                    "",
                    0,
                    now);
        }
        return find(id).orElseThrow();
    }

    Optional<Tries> find(String id) {
        return query(
                        "select recent, strikes, blocked_until, last_at from core_login_try"
                                + " where tenant_id = ? and id = ?",
                        ThrottleRows::tries,
                        tenant(),
                        id)
                .stream()
                .findFirst();
    }

    void write(String id, Tries tries, Instant dueAt) {
        String recent = tries.recent().stream()
                .map(at -> Long.toString(at.toEpochMilli()))
                .collect(Collectors.joining(" "));
        update(
                "update core_login_try set recent = ?, strikes = ?, blocked_until = ?, last_at = ?, due_at = ?"
                        + " where tenant_id = ? and id = ?",
                recent,
                tries.strikes(),
                tries.blockedUntil(),
                tries.lastAt(),
                dueAt,
                tenant(),
                id);
    }

    void remove(String id) {
        update("delete from core_login_try where tenant_id = ? and id = ?", tenant(), id);
    }

    /** Removes the row unless it was touched after {@code before}. */
    void removeOld(String id, Instant before) {
        update("delete from core_login_try where tenant_id = ? and id = ? and last_at <= ?", tenant(), id, before);
    }

    private static Tries tries(Row row) {
        String recent = row.string(1);
        List<Instant> times = recent == null || recent.isEmpty()
                ? List.of()
                : Stream.of(recent.split(" "))
                        .map(text -> Instant.ofEpochMilli(Long.parseLong(text)))
                        .toList();
        return new Tries(times, (int) row.number(2), row.instant(3), row.instant(4));
    }
}
