package org.bottega.web.page;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.servlet.Servlet;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.bottega.api.Caller;
import org.bottega.api.Callers;
import org.bottega.api.Problem;
import org.bottega.api.platform.Passwords;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Tenants;
import org.bottega.web.edge.Away;
import org.bottega.web.http.Answer;
import org.bottega.web.http.RequestIds;
import org.bottega.web.http.SecurityHeaders;
import org.bottega.web.http.Target;
import org.bottega.web.limit.Limits;
import org.bottega.web.module.Flights;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /t/{tenant}/password/…}, public, and {@code /password/forgot?tenant=…}, which leads there (ACC-01, ACC-08); below
 * {@code /t/{tenant}/{module}} the pages of modules.
 */
@Component(
        service = Servlet.class,
        immediate = true,
        property = {
            "osgi.http.whiteboard.servlet.pattern=/t/*",
            "osgi.http.whiteboard.servlet.pattern=/password/forgot",
            "osgi.http.whiteboard.servlet.name=pages"
        })
public final class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(PageServlet.class);
    private static final String BARE = "/password/forgot";

    private final transient Tenants tenants;
    private final transient Passwords passwords;
    private final transient Callers callers;
    private final transient Limits limits;
    private final transient LinkPages links;
    private final transient Flights flights = new Flights();

    @Activate
    public PageServlet(
            @Reference Tenants tenants,
            @Reference Passwords passwords,
            @Reference Callers callers,
            @Reference Limits limits,
            @Reference LinkPages links) {
        this.tenants = tenants;
        this.passwords = passwords;
        this.callers = callers;
        this.limits = limits;
        this.links = links;
    }

    /** Waits for the requests that are under way: what they need goes away after this. */
    @Deactivate
    public void drain() {
        flights.drain("Pages");
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String id = RequestIds.of(request);
        response.setHeader(RequestIds.HEADER, id);
        request.setAttribute(SecurityHeaders.SECURE, limits.peers().isSecure(request));
        answer(request, response, id).send(request, response);
    }

    private Answer answer(HttpServletRequest request, HttpServletResponse response, String id) {
        if (!flights.enter()) {
            return plain(request, "unavailable", 503).with("Retry-After", String.valueOf(Away.SECONDS));
        }
        try {
            limits.address(request, response);
            return route(request, id);
        } catch (Problem problem) {
            Answer answer = plain(
                    request,
                    problem.kind() == Problem.Kind.TOO_MANY ? "too-many-tries" : "refused",
                    problem.kind().status());
            Object wait = problem.members().get("retryAfter");
            return wait == null ? answer : answer.with("Retry-After", wait.toString());
        } catch (RuntimeException e) {
            LOG.error("Page {} failed, request {}", request.getRequestURI(), id, e);
            return plain(request, "failed", 500);
        } finally {
            flights.leave();
        }
    }

    private Answer route(HttpServletRequest request, String id) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        boolean post = request.getMethod().equals("POST");
        if (!post && !request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
            return plain(request, "refused", 405).with("Allow", "GET, HEAD, POST");
        }
        if (path.equals(BARE)) {
            return tenant(request.getParameter("tenant"))
                    .map(tenant -> new Answer(
                            303, null, new byte[0], Map.of("Location", PasswordPages.forgotPath(tenant.id()))))
                    .orElseGet(() -> plain(request, "nothing", 404));
        }
        Target target = Target.of(path, "/t/");
        if (!target.module().equals("password")) {
            return links.of(target, tenants.find(target.tenant()), request, id);
        }
        Optional<Tenant> tenant = tenant(target.tenant());
        if (tenant.isEmpty()) {
            return plain(request, "nothing", 404);
        }
        PasswordPages pages = new PasswordPages(
                passwords, tenant.get(), Texts.of(request, tenant.get().locale()));
        return callers.as(Caller.anonymous(tenant.get().id(), id), () -> switch (target.rest()) {
            case "/forgot" -> post ? pages.forgot(request, limits.peers().network(request)) : pages.forgot();
            case "/reset" -> post ? pages.reset(request) : pages.reset(request.getParameter("token"));
            default -> plain(request, "nothing", 404);
        });
    }

    private Optional<Tenant> tenant(String id) {
        return tenants.find(id).filter(tenant -> tenant.suspendedAt() == null);
    }

    private static Answer plain(HttpServletRequest request, String text, int status) {
        return new Page(Texts.of(request, Locale.ENGLISH), "", "page.title")
                .say(text)
                .answer(status);
    }
}
