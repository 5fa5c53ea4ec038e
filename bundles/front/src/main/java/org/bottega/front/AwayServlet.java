package org.bottega.front;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Component;

/**
 * Answers 503 to everything, behind all other servlets: what is asked for exists, but the edge has not started yet or is
 * being replaced. Without it the HTTP server would say 404.
 */
@Component(
        service = Servlet.class,
        immediate = true,
        property = {
            // Not "/*", which the edge has: no other servlet ever has to be put in its place, so that there is no gap.
            "osgi.http.whiteboard.servlet.pattern=/",
            "osgi.http.whiteboard.servlet.name=away"
        })
public final class AwayServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final byte[] BODY = ("{\"type\":\"urn:bottega:problem:platform-unavailable\","
                    + "\"title\":\"Temporarily unavailable\",\"status\":503,\"code\":\"platform-unavailable\","
                    + "\"detail\":\"the platform is starting, or a part of it is being replaced; try again\","
                    + "\"retryAfter\":2}")
            .getBytes(StandardCharsets.UTF_8);

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", "2");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; sandbox");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setContentType("application/problem+json");
        response.setContentLength(BODY.length);
        if (!"HEAD".equals(request.getMethod())) {
            response.getOutputStream().write(BODY);
        }
    }
}
