package org.bottega.web.edge;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import javax.servlet.RequestDispatcher;
import javax.servlet.Servlet;
import javax.servlet.UnavailableException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;
import org.bottega.web.http.Answer;
import org.bottega.web.http.Problems;
import org.bottega.web.http.RequestIds;
import org.bottega.web.json.Json;
import org.osgi.service.component.annotations.Component;

/** Answers for all paths that nobody else serves, and for what the HTTP server itself refuses: never with a page of HTML. */
@Component(
        service = Servlet.class,
        immediate = true,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/*",
            "osgi.http.whiteboard.servlet.name=root",
            "osgi.http.whiteboard.servlet.errorPage=4xx",
            "osgi.http.whiteboard.servlet.errorPage=5xx"
        })
public final class RootServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    /** Paths of the other servlets: they come here only while those are away. */
    private static final List<String> OWN = List.of("/api/", "/t/", "/health/");

    private static final Set<String> OWN_ALONE = Set.of("/password/forgot", "/metrics");

    private final transient Problems problems = new Problems(Json.mapper());

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = RequestIds.of(request);
        response.setHeader(RequestIds.HEADER, id);
        answer(request, id).send(request, response);
    }

    private Answer answer(HttpServletRequest request, String id) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        Object original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String path = original == null ? request.getRequestURI() : original.toString();
        Object failure = request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        if (failure instanceof UnavailableException) {
            // Its servlet went away between being found and being asked.
            return problems.of(Away.problem(), path, id);
        }
        if (status instanceof Integer code && code < 500) {
            return problems.of(code, "request-invalid", "the request cannot be served", path, id);
        }
        if (status instanceof Integer) {
            return problems.unexpected((Throwable) failure, path, id);
        }
        // The path as the server resolved it: one that climbs out of /api is no path of the platform.
        String resolved = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
        if (OWN_ALONE.contains(resolved) || OWN.stream().anyMatch(resolved::startsWith)) {
            return problems.of(Away.problem(), path, id);
        }
        return problems.of(new Problem(Kind.NOT_FOUND, "path-not-found", "there is nothing at this path"), path, id);
    }
}
