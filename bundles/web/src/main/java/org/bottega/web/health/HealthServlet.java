package org.bottega.web.health;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;
import org.bottega.api.spi.HealthCheck;
import org.bottega.web.edge.ApiServlet;
import org.bottega.web.http.Answer;
import org.bottega.web.http.Problems;
import org.bottega.web.http.RequestIds;
import org.bottega.web.json.Json;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /health/live} and {@code /health/ready}. Ready means: requests are served here, down to the database, and no other
 * node is a better place for them.
 */
@Component(
        service = Servlet.class,
        immediate = true,
        property = {"osgi.http.whiteboard.servlet.pattern=/health/*", "osgi.http.whiteboard.servlet.name=health"})
public final class HealthServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(HealthServlet.class);

    /** Without this check nothing is known about the database. */
    private static final String INDISPENSABLE = "database";

    private final transient Set<HealthCheck> checks = ConcurrentHashMap.newKeySet();
    private final transient Set<ApiServlet> edges = ConcurrentHashMap.newKeySet();
    private final transient ObjectMapper mapper = Json.mapper();

    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY,
            target = "(!(ready=false))")
    public void addCheck(HealthCheck check) {
        checks.add(check);
    }

    public void removeCheck(HealthCheck check) {
        checks.remove(check);
    }

    /** The edge is there only while everything it needs is: tenants, tokens, modules, the store. */
    @Reference(
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    public void addEdge(ApiServlet edge) {
        edges.add(edge);
    }

    public void removeEdge(ApiServlet edge) {
        edges.remove(edge);
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = RequestIds.of(request);
        response.setHeader(RequestIds.HEADER, id);
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        String path = request.getPathInfo();
        Answer answer;
        if (!read) {
            answer = problem(Kind.METHOD_NOT_ALLOWED, "method-not-allowed", request, id)
                    .with("Allow", "GET, HEAD");
        } else if ("/live".equals(path)) {
            answer = answer(Map.of());
        } else if ("/ready".equals(path)) {
            answer = answer(failures());
        } else {
            answer = problem(Kind.NOT_FOUND, "path-not-found", request, id);
        }
        answer.send(request, response);
    }

    private Answer problem(Kind kind, String code, HttpServletRequest request, String id) {
        Problem problem = new Problem(kind, code, "GET /health/live or /health/ready");
        return new Problems(mapper).of(problem, request.getRequestURI(), id);
    }

    private Map<String, String> failures() {
        Map<String, String> failures = new TreeMap<>();
        if (edges.isEmpty()) {
            failures.put("platform", "not all of its services are there yet");
        }
        if (checks.stream().noneMatch(check -> INDISPENSABLE.equals(check.name()))) {
            failures.put(INDISPENSABLE, "not there yet");
        }
        for (HealthCheck check : checks) {
            failure(check).ifPresent(text -> failures.put(check.name(), text));
        }
        return failures;
    }

    private static Optional<String> failure(HealthCheck check) {
        try {
            return check.failure();
        } catch (RuntimeException e) {
            LOG.warn("Health check {} failed", check.name(), e);
            return Optional.of("the check itself failed; see the log");
        }
    }

    private Answer answer(Map<String, String> failures) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("status", failures.isEmpty() ? "up" : "down");
        if (!failures.isEmpty()) {
            body.put("failures", failures);
        }
        try {
            return Answer.json(failures.isEmpty() ? 200 : Kind.UNAVAILABLE.status(), mapper.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
