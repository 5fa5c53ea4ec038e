package org.bottega.web.idempotency;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;
import org.bottega.api.UnitOfWork;
import org.bottega.persistence.Store;
import org.bottega.web.http.Answer;
import org.bottega.web.idempotency.Records.Told;

/**
 * Runs changes. The record of an answer commits in the effect's own transaction; a refusal undoes the work and leaves
 * nothing; what was answered once is answered again, without being done again.
 */
public final class Idempotency {

    private static final String REPLAYED = "Idempotency-Replayed";

    private final UnitOfWork unit;
    private final Records records;
    private final Clock clock;
    private final Set<String> underWay = ConcurrentHashMap.newKeySet();

    public Idempotency(UnitOfWork unit, Store store, Clock clock) {
        this.unit = unit;
        this.records = new Records(store);
        this.clock = clock;
    }

    /**
     * Runs work in one unit of work.
     *
     * @param attempt or null for work without a key
     * @throws Problem {@code idempotency-in-flight} (409), {@code idempotency-key-reused} (422), or what the work throws
     */
    public Answer inOneUnit(Attempt attempt, Supplier<Answer> work) {
        try {
            return attempt == null
                    ? unit.call(() -> accepted(work.get()))
                    : alone(attempt, () -> unit.call(() -> once(attempt, work)));
        } catch (Refused refused) {
            return refused.answer;
        }
    }

    private Answer once(Attempt attempt, Supplier<Answer> work) {
        Optional<Answer> before = answered(attempt, find(attempt));
        if (before.isPresent()) {
            return before.get();
        }
        Answer answer = accepted(work.get());
        if (answer.isSuccess()) {
            records.done(attempt, answer, now());
        }
        return answer;
    }

    /**
     * Runs work that makes its own units of work and does nothing twice for one key. A wish that was told but never answered
     * is run again.
     *
     * @throws Problem as above
     */
    public Answer inSteps(Attempt attempt, Supplier<Answer> work) {
        return alone(attempt, () -> {
            Optional<Answer> before = unit.call(() -> begin(attempt));
            if (before.isPresent()) {
                return before.get();
            }
            Answer answer = steps(attempt, work);
            unit.run(() -> {
                if (answer.isSuccess()) {
                    records.close(attempt, answer);
                } else {
                    records.forget(attempt);
                }
            });
            return answer;
        });
    }

    private Optional<Answer> begin(Attempt attempt) {
        Optional<Told> told = find(attempt);
        if (told.isEmpty()) {
            records.open(attempt, now());
        }
        return answered(attempt, told);
    }

    /** A refusal leaves nothing; after a failure the record stays open, for the repetition that will come. */
    private Answer steps(Attempt attempt, Supplier<Answer> work) {
        try {
            return work.get();
        } catch (Problem problem) {
            if (problem.kind().status() < Kind.INTERNAL.status()) {
                unit.run(() -> records.forget(attempt));
            }
            throw problem;
        }
    }

    /** One at a time: here by memory, on other nodes by a lock that is held to the end of the unit. */
    private <T> T alone(Attempt attempt, Supplier<T> work) {
        if (!underWay.add(attempt.lock())) {
            throw inFlight();
        }
        try {
            return work.get();
        } finally {
            underWay.remove(attempt.lock());
        }
    }

    private Optional<Told> find(Attempt attempt) {
        if (!unit.tryLock(attempt.lock())) {
            throw inFlight();
        }
        return records.find(attempt.id());
    }

    private static Optional<Answer> answered(Attempt attempt, Optional<Told> told) {
        if (told.isPresent() && !told.get().fingerprint().equals(attempt.fingerprint())) {
            throw new Problem(
                    Kind.UNPROCESSABLE,
                    "idempotency-key-reused",
                    "this key was used for another request; take a new key for a new wish");
        }
        return told.map(Told::answer).map(answer -> answer.with(REPLAYED, "true"));
    }

    private static Problem inFlight() {
        return Problem.conflict("idempotency-in-flight", "the first request with this key is still being worked on")
                .retryAfter(1);
    }

    private static Answer accepted(Answer answer) {
        if (answer.status() >= Kind.INVALID.status()) {
            throw new Refused(answer);
        }
        return answer;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Carries a refusal that was returned, not thrown, out of the unit of work, which it undoes. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Answer answer;

        private Refused(Answer answer) {
            super("refused", null, false, false);
            this.answer = answer;
        }
    }
}
