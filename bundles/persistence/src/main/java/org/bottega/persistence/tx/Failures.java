package org.bottega.persistence.tx;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.function.Predicate;
import javax.persistence.OptimisticLockException;
import org.apache.openjpa.util.ExceptionInfo;
import org.apache.openjpa.util.OptimisticException;
import org.bottega.api.Problem;

/** What database failures mean to those who asked. */
final class Failures {

    /**
     * How the states of failures begin that are the database's own, not the work's: no connection; too few resources, a full
     * disk; a server that is stopped, started or only read from; Derby's log, pages, files, start and inner failures.
     */
    private static final Set<String> OUT_OF_ORDER =
            Set.of("08", "53", "57P", "58", "25006", "XSLA", "XSDG", "XSDF", "XJ001", "XJ040", "XJ041", "40XD");

    /** States of statements that met too many others: a lock, a deadlock, a sequence, or the time for it was over. */
    private static final Set<String> BUSY =
            Set.of("55P03", "57014", "40001", "40P01", "40XL1", "40XL2", "XCL52", "X0Y84");

    /** Those of a lock that was not given in time. */
    private static final Set<String> NOT_GIVEN = Set.of("55P03", "57014", "40XL1", "40XL2");

    private Failures() {}

    /** Whether it waited in vain for what others hold. */
    static boolean isInVain(Throwable failure) {
        return hasState(failure, NOT_GIVEN);
    }

    /** Whether the same work may succeed when it is run again. */
    static boolean repeatable(Throwable failure, Dialect dialect) {
        return any(failure, t -> isOptimistic(t) || t instanceof SQLException sql && dialect.worthAnotherTry(sql));
    }

    /** The exception to throw; a failure that is not the database's own is passed on as it is. */
    static RuntimeException translate(Throwable failure, boolean atCommit) {
        if (failure instanceof Problem problem) {
            return problem;
        }
        if (!atCommit && isInVain(failure)) {
            return busy(failure);
        }
        if (any(failure, Failures::isOptimistic)) {
            return problem(
                    Problem.conflict("changed-meanwhile", "another request changed it first; read it again"), failure);
        }
        if (any(failure, t -> t instanceof SQLException sql && Dialect.isDuplicate(sql))) {
            return problem(
                    Problem.conflict("exists-already", "there is one with the same unique value already"), failure);
        }
        if (atCommit || any(failure, Failures::isUnreachable)) {
            Problem problem = new Problem(
                    Problem.Kind.UNAVAILABLE,
                    "database-unavailable",
                    "the database cannot be reached; try again with the same Idempotency-Key");
            return problem(problem.retryAfter(2), failure);
        }
        if (hasState(failure, BUSY)) {
            return busy(failure);
        }
        if (failure instanceof Error error) {
            throw error;
        }
        return failure instanceof RuntimeException runtime ? runtime : new IllegalStateException(failure);
    }

    /** OpenJPA calls a lock that was not given an optimistic failure too: who asks this first, tells them apart. */
    private static Problem busy(Throwable failure) {
        Problem problem = new Problem(
                Problem.Kind.UNAVAILABLE, "database-busy", "others hold what this needs; try again in a moment");
        return problem(problem.retryAfter(2), failure);
    }

    private static Problem problem(Problem problem, Throwable cause) {
        problem.initCause(cause);
        return problem;
    }

    private static boolean isOptimistic(Throwable t) {
        return t instanceof OptimisticLockException || t instanceof OptimisticException;
    }

    private static boolean isUnreachable(Throwable t) {
        return t instanceof SQLTransientConnectionException
                || t instanceof SQLNonTransientConnectionException
                || t instanceof SQLRecoverableException
                || t instanceof SQLException sql
                        && (sql.getSQLState() == null || OUT_OF_ORDER.stream().anyMatch(sql.getSQLState()::startsWith));
    }

    private static boolean hasState(Throwable failure, Set<String> states) {
        return any(failure, t -> t instanceof SQLException sql && states.contains(String.valueOf(sql.getSQLState())));
    }

    /** Looks through causes and through what OpenJPA nests beside them. */
    private static boolean any(Throwable failure, Predicate<Throwable> test) {
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        for (int seen = 0; !open.isEmpty() && seen < 50; seen++) {
            Throwable next = open.poll();
            if (test.test(next)) {
                return true;
            }
            if (next.getCause() != null && next.getCause() != next) {
                open.add(next.getCause());
            }
            if (next instanceof ExceptionInfo info) {
                for (Throwable nested : info.getNestedThrowables()) {
                    open.add(nested);
                }
            }
            if (next instanceof SQLException sql && sql.getNextException() != null) {
                open.add(sql.getNextException());
            }
        }
        return false;
    }
}
