package org.bottega.web.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes {@code application/problem+json} answers (RFC 9457). */
public final class Problems {

    /** Content type of problems. */
    public static final String TYPE = "application/problem+json";

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String RETRY_AFTER = "retryAfter";
    private static final String ALLOW = "allow";

    /** Refusals after which the rest of the request is not worth reading. */
    private static final Set<String> CLOSING =
            Set.of("body-too-large", "body-incomplete", "body-too-slow", "bodies-busy");

    private final ObjectMapper mapper;

    public Problems(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The answer to a refusal.
     *
     * @param path of the request
     * @param request id of the request
     */
    public Answer of(Problem problem, String path, String request) {
        Map<String, Object> body = body(problem.kind().status(), problem.code(), problem.getMessage());
        body.put("title", problem.kind().title());
        Answer answer = answer(problem.kind().status(), body, problem, path, request);
        answer = header(answer, "Retry-After", problem.members().get(RETRY_AFTER));
        answer = header(answer, "Allow", problem.members().get(ALLOW));
        if (problem.kind() == Kind.UNAUTHENTICATED) {
            answer = answer.with("WWW-Authenticate", challenge(problem.code()));
        }
        return CLOSING.contains(problem.code()) ? answer.closing() : answer;
    }

    private static Answer header(Answer answer, String name, Object value) {
        return value == null ? answer : answer.with(name, value.toString());
    }

    private static String challenge(String code) {
        return switch (code) {
            case "invalid-client" -> "Basic realm=\"bottega\"";
            case "token-invalid" -> "Bearer realm=\"bottega\", error=\"invalid_token\"";
            default -> "Bearer realm=\"bottega\"";
        };
    }

    /** The answer to a refusal whose status no {@link Kind} has. */
    public Answer of(int status, String code, String detail, String path, String request) {
        for (Kind kind : Kind.values()) {
            if (kind.status() == status) {
                return of(new Problem(kind, code, detail), path, request);
            }
        }
        return answer(status, body(status, code, detail), null, path, request);
    }

    /** The answer to a failure that nobody foresaw: its story goes to the log, under a reference that the answer names. */
    public Answer unexpected(Throwable failure, String path, String request) {
        String reference = RequestIds.next();
        LOG.error("Request {} to {} failed, reference {}", request, path, reference, failure);
        Problem problem = new Problem(
                        Kind.INTERNAL,
                        "unexpected-failure",
                        "something went wrong here; name the reference when you report it")
                .with("reference", reference);
        return of(problem, path, request);
    }

    private static Map<String, Object> body(int status, String code, String detail) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "urn:bottega:problem:" + code);
        body.put("title", status >= 500 ? Kind.INTERNAL.title() : Kind.INVALID.title());
        body.put("status", status);
        body.put("code", code);
        body.put("detail", detail);
        return body;
    }

    private Answer answer(int status, Map<String, Object> body, Problem problem, String path, String request) {
        body.put("instance", path);
        body.put("request", request);
        if (problem != null && !problem.errors().isEmpty()) {
            body.put("errors", problem.errors());
        }
        if (problem != null) {
            problem.members().forEach(body::putIfAbsent);
        }
        try {
            return new Answer(status, TYPE, mapper.writeValueAsBytes(body), Map.of());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("members of problem " + body.get("code"), e);
        }
    }
}
