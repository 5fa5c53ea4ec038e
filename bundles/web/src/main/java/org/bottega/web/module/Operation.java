package org.bottega.web.module;

import java.io.InputStream;
import java.lang.reflect.Method;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;
import org.bottega.api.spi.Download;
import org.bottega.web.http.Query;

/**
 * One resource method, read once when its module is published.
 *
 * @param permission asked of the caller, or null when it is for everybody
 * @param inSteps whether it takes several transactions of its own
 * @param bodyLimit most bytes of a body, or 0 for the usual limit
 * @param parameters names of its query parameters; true where one may be repeated
 * @param open whether it takes any query parameter
 * @param entity index of the argument made of the body, or -1
 * @param constrained whether parameters have validation constraints
 * @param produces content type of its answers
 */
public record Operation(
        Method method,
        String verb,
        String path,
        String permission,
        boolean inSteps,
        long bodyLimit,
        Map<String, Boolean> parameters,
        boolean open,
        int entity,
        boolean constrained,
        String produces) {

    /** Whether it is for everybody. */
    public boolean isAnonymous() {
        return permission == null;
    }

    /** Whether it is a POST, which can carry an idempotency key. */
    public boolean isPost() {
        return "POST".equals(verb);
    }

    /** Whether it may change something, and so runs in a unit of work. */
    boolean isChange() {
        return !"GET".equals(verb);
    }

    /** Whether its answer is streamed. */
    public boolean isDownload() {
        return method.getReturnType() == Download.class;
    }

    /** Whether its body is read as a stream. */
    public boolean isStreamed() {
        return entity >= 0 && method.getParameterTypes()[entity] == InputStream.class;
    }

    /**
     * Lets the caller in.
     *
     * @throws Problem {@code token-missing} (401) or {@code permission-missing} (403)
     */
    void admit(Caller caller) {
        if (isAnonymous()) {
            return;
        }
        if (caller.kind() == Caller.Kind.ANONYMOUS) {
            throw tokenMissing();
        }
        if (!caller.may(permission)) {
            throw new Problem(Kind.FORBIDDEN, "permission-missing", "this needs the permission " + permission)
                    .with("permission", permission);
        }
    }

    static Problem tokenMissing() {
        return new Problem(
                Kind.UNAUTHENTICATED, "token-missing", "a bearer token is expected in the Authorization header");
    }

    /**
     * Refuses parameters that it would not look at, since a filter that is silently ignored gives a wrong list.
     *
     * @throws Problem {@code parameter-unknown} or {@code parameter-repeated} (400)
     */
    void check(Query query) {
        if (query.names().isEmpty()) {
            return;
        }
        Set<String> seen = new HashSet<>();
        for (String name : query.names()) {
            Boolean repeatable = parameters.get(name);
            if (repeatable == null && !open) {
                String known =
                        parameters.isEmpty() ? "there are none" : String.join(", ", new TreeSet<>(parameters.keySet()));
                throw Problem.invalid("parameter-unknown", name, "unknown parameter; known: " + known);
            }
            if (!seen.add(name) && !Boolean.TRUE.equals(repeatable)) {
                throw Problem.invalid("parameter-repeated", name, "at most once");
            }
        }
    }
}
