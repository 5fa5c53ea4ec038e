package org.bottega.web.metrics;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.bottega.api.Problem;
import org.bottega.api.Problem.Kind;
import org.bottega.web.WebConfig;
import org.bottega.web.http.Answer;
import org.bottega.web.http.Problems;
import org.bottega.web.http.RequestIds;
import org.bottega.web.json.Json;
import org.bottega.web.limit.Limits;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * {@code /metrics}, for this very machine; for others when a token is configured and they show it. For everybody else there
 * is nothing here.
 */
@Component(
        service = Servlet.class,
        configurationPid = WebConfig.PID,
        property = {"osgi.http.whiteboard.servlet.pattern=/metrics", "osgi.http.whiteboard.servlet.name=metrics"})
public final class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

    private final transient Metrics metrics;
    private final transient Limits limits;
    private final transient Problems problems = new Problems(Json.mapper());
    private final String token;

    @Activate
    public MetricsServlet(WebConfig config, @Reference Metrics metrics, @Reference Limits limits) {
        this.metrics = metrics;
        this.limits = limits;
        this.token = config.metricsToken();
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = RequestIds.of(request);
        response.setHeader(RequestIds.HEADER, id);
        boolean read = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        Answer answer = read && isOpenTo(request)
                ? new Answer(HttpServletResponse.SC_OK, TYPE, metrics.text(), Map.of())
                : problems.of(
                        new Problem(Kind.NOT_FOUND, "path-not-found", "there is nothing at this path"),
                        request.getRequestURI(),
                        id);
        answer.send(request, response);
    }

    private boolean isOpenTo(HttpServletRequest request) {
        return token.isEmpty() ? limits.peers().isLocal(request) : isShown(request.getHeader("Authorization"));
    }

    private boolean isShown(String header) {
        byte[] wanted = ("Bearer " + token).getBytes(StandardCharsets.UTF_8);
        return header != null && MessageDigest.isEqual(wanted, header.getBytes(StandardCharsets.UTF_8));
    }
}
