package org.bottega.web.idempotency;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.bottega.web.http.Answer;

/** The table of wishes and their answers. */
final class Records extends Rows {

    static final String TABLE = "web_idempotency";

    private static final Duration KEPT = Duration.ofHours(24);
    private static final int CHUNK = 500;

    Records(Store store) {
        super(store);
    }

    /**
     * A wish that was told.
     *
     * @param answer or null while it is open
     */
    record Told(String fingerprint, Answer answer) {}

    Optional<Told> find(String id) {
        return query(
                        "select fingerprint, state, status, content_type, location, body from web_idempotency"
                                + " where tenant_id = ? and id = ?",
                        row -> new Told(
                                row.string(1),
                                "DONE".equals(row.string(2))
                                        ? answer((int) row.number(3), row.string(4), row.string(5), row.bytes(6))
                                        : null),
                        tenant(),
                        id)
                .stream()
                .findFirst();
    }

    private static Answer answer(int status, String type, String location, byte[] body) {
        return new Answer(status, type, body, location == null ? Map.of() : Map.of("Location", location));
    }

    void open(Attempt attempt, Instant now) {
        insert(attempt, "OPEN", Answer.empty(0), now);
    }

    void done(Attempt attempt, Answer answer, Instant now) {
        insert(attempt, "DONE", answer, now);
    }

    /** What is kept of an answer: no body that holds a secret, which is told once. */
    private static Answer kept(Answer answer) {
        return answer.headers().containsKey("Pragma")
                ? new Answer(
                        answer.status(), null, Answer.empty(answer.status()).body(), answer.headers())
                : answer;
    }

    private void insert(Attempt attempt, String state, Answer given, Instant now) {
        Answer answer = kept(given);
        update(
                "insert into web_idempotency (tenant_id, id, fingerprint, state, status, content_type, location, body,"
                        + " created_at, due_at, due_attempts) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                tenant(),
                attempt.id(),
                attempt.fingerprint(),
                state,
                answer.status(),
                answer.type(),
                answer.headers().get("Location"),
                answer.body(),
                now,
                now.plus(KEPT));
    }

    void close(Attempt attempt, Answer given) {
        Answer answer = kept(given);
        update(
                "update web_idempotency set state = 'DONE', status = ?, content_type = ?, location = ?, body = ?"
                        + " where tenant_id = ? and id = ?",
                answer.status(),
                answer.type(),
                answer.headers().get("Location"),
                answer.body(),
                tenant(),
                attempt.id());
    }

    void forget(Attempt attempt) {
        update("delete from web_idempotency where tenant_id = ? and id = ?", tenant(), attempt.id());
    }

    /** Removes a chunk of what is due. */
    void sweep(Instant now) {
        List<Object[]> due = query(
                "select id from web_idempotency where tenant_id = ? and due_at <= ? fetch first ? rows only",
                row -> new Object[] {tenant(), row.string(1)},
                tenant(),
                now,
                CHUNK);
        if (!due.isEmpty()) {
            batch("delete from web_idempotency where tenant_id = ? and id = ?", due);
        }
    }
}
