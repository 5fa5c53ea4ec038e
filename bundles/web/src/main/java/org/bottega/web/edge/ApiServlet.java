package org.bottega.web.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;
import org.bottega.api.platform.Modules;
import org.bottega.web.http.Answer;
import org.bottega.web.http.Problems;
import org.bottega.web.http.Query;
import org.bottega.web.http.RequestIds;
import org.bottega.web.http.SecurityHeaders;
import org.bottega.web.http.Target;
import org.bottega.web.json.Json;
import org.bottega.web.metrics.Timing;
import org.bottega.web.module.Call;
import org.bottega.web.module.Flights;
import org.bottega.web.module.Published;
import org.bottega.web.module.Publisher;
import org.bottega.web.openapi.ApiDocument;
import org.bottega.web.platform.PlatformRest;
import org.bottega.web.stream.Aborted;
import org.bottega.web.stream.Streams;
import org.bottega.web.token.AuthEndpoint;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** {@code /api/{tenant}/{module}/…} and the platform's own {@code /api/{tenant}/…}: lets a request through, step by step, or says why not. */
@Component(
        service = {Servlet.class, ApiServlet.class},
        immediate = true,
        property = {"osgi.http.whiteboard.servlet.pattern=/api/*", "osgi.http.whiteboard.servlet.name=api"})
public final class ApiServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");
    private static final String AUTH = "auth";

    private static final String DOCUMENT = "openapi.json";
    private static final String MDC_KEY = "request";

    private final transient Door door;
    private final transient Modules modules;
    private final transient Callers callers;
    private final transient Publisher publisher;
    private final transient AuthEndpoint auth;
    private final transient ApiDocument document;
    private final transient Problems problems;
    private final transient Streams streams;
    private final transient Flights flights = new Flights();

    @Activate
    public ApiServlet(
            @Reference Publisher publisher,
            @Reference Door door,
            @Reference Modules modules,
            @Reference AuthEndpoint auth,
            @Reference Callers callers) {
        ObjectMapper mapper = Json.mapper();
        this.door = door;
        this.modules = modules;
        this.callers = callers;
        this.publisher = publisher;
        this.auth = auth;
        this.document = new ApiDocument(mapper);
        this.problems = new Problems(mapper);
        this.streams = new Streams(problems);
    }

    /** Waits for the requests that are under way: what they need goes away after this. */
    @Deactivate
    public void drain() {
        flights.drain("The edge");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = RequestIds.of(request);
        MDC.put(MDC_KEY, id);
        try {
            response.setHeader(RequestIds.HEADER, id);
            request.setAttribute(SecurityHeaders.SECURE, door.isSecure(request));
            Answer answer = answer(request, response, id);
            if (answer != null) {
                answer.send(request, response);
            }
        } catch (Aborted e) {
            throw e.toServer();
        } catch (IOException e) {
            LOG.debug("The answer did not reach the caller", e);
        } finally {
            MDC.remove(MDC_KEY);
        }
    }

    /** The answer, or null when it has been sent. */
    private Answer answer(HttpServletRequest request, HttpServletResponse response, String id) throws Aborted {
        String path = request.getRequestURI();
        if (!flights.enter()) {
            return problems.of(Away.problem(), path, id);
        }
        try {
            return route(request, response, id);
        } catch (Problem problem) {
            return problems.of(problem, path, id);
        } catch (Aborted e) {
            throw e;
        } catch (IOException | RuntimeException | Error e) {
            return problems.unexpected(e, path, id);
        } finally {
            flights.leave();
        }
    }

    private Answer route(HttpServletRequest request, HttpServletResponse response, String id) throws IOException {
        Target target = Target.of(request.getRequestURI(), request.getContextPath() + "/api/");
        Query query = Query.of(request.getQueryString());
        check(request);
        boolean describes = target.module().equals(DOCUMENT) && target.rest().isEmpty();
        door.come(target, describes || target.module().equals(AUTH), request, response);
        if (target.module().equals(AUTH)) {
            request.setAttribute(Timing.OPERATION, AUTH);
            return callers.as(Caller.anonymous(target.tenant(), id), () -> auth.of(target, query, request));
        }
        if (describes) {
            request.setAttribute(Timing.OPERATION, "openapi");
            return document(request, target);
        }
        Target inside = PlatformRest.isOwn(target.module()) ? target.ofPlatform() : target;
        if (inside == target && !modules.isOn(target.tenant(), target.module())
                || target.module().equals(PlatformRest.MODULE)) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "module-not-enabled",
                    "this marketplace does not have a module " + target.module() + " switched on");
        }
        return invoke(inside, query, request, response, id);
    }

    private Answer invoke(
            Target target, Query query, HttpServletRequest request, HttpServletResponse response, String id)
            throws IOException {
        Published module = publisher.enter(target.module()).orElseThrow(ApiServlet::unavailable);
        try {
            Caller caller = door.enter(target, request, response, id);
            if (!METHODS.contains(request.getMethod())) {
                throw module.refusal(target, caller);
            }
            Call call = new Call(target, query, caller, request);
            Answer answer = callers.as(caller, () -> module.invoke(call, request, response));
            request.setAttribute(Timing.OPERATION, call.operationId());
            return answer.download() == null
                    ? answer
                    : callers.as(caller, () -> streams.send(answer.download(), request, response, id));
        } finally {
            module.leave();
        }
    }

    private static void check(HttpServletRequest request) {
        String type = request.getContentType();
        if (type != null) {
            String plain = type.toLowerCase(Locale.ROOT).replace("\"", "").replace(" ", "");
            if (plain.contains("charset=") && !plain.contains("charset=utf-8")) {
                throw new Problem(Kind.UNSUPPORTED_TYPE, "body-type-not-taken", "bodies are taken in UTF-8 only");
            }
        }
    }

    private Answer document(HttpServletRequest request, Target target) {
        if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            throw new Problem(Kind.METHOD_NOT_ALLOWED, "method-not-allowed", "this path takes GET, HEAD")
                    .with("allow", "GET, HEAD");
        }
        List<Published> on = publisher.served().stream()
                .filter(module -> modules.isOn(target.tenant(), module.module()))
                .toList();
        return document.of(target.tenant(), on);
    }

    private static Problem unavailable() {
        return new Problem(Kind.UNAVAILABLE, "module-unavailable", "the module is away for the moment; try again")
                .retryAfter(2);
    }
}
