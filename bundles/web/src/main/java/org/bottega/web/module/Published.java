package org.bottega.web.module;

import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;
import javax.servlet.http.HttpServletResponse;
import org.apache.cxf.endpoint.Server;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.bottega.api.Caller;
import org.bottega.api.Problem;
import org.bottega.api.spi.LinkPage;
import org.bottega.api.spi.RestResource;
import org.bottega.web.http.Answer;
import org.bottega.web.http.Target;

/** A module's resources being served. */
public final class Published {

    /** Where CXF looks for the path below which a server's own paths begin. */
    private static final String ADDRESS = "org.apache.cxf.transport.endpoint.address";

    private final String module;
    private final Server server;
    private final AbstractHTTPDestination destination;
    private final Flights flights = new Flights();
    private final Operations operations;
    private final Set<Class<?>> classes;
    private final Map<String, LinkPage> pages;

    Published(RestResource offered, Server server, Operations operations, Map<String, LinkPage> pages) {
        this.module = offered.module();
        this.pages = pages;
        this.server = server;
        this.destination = (AbstractHTTPDestination) server.getDestination();
        this.operations = operations;
        this.classes = offered.resources().stream().map(Object::getClass).collect(Collectors.toSet());
    }

    /** The pages of a module by name. */
    static Map<String, LinkPage> pages(RestResource offered) {
        Map<String, LinkPage> pages = new HashMap<>();
        for (LinkPage page : offered.pages()) {
            if (!page.name().matches("[a-z][a-z0-9-]*") || pages.put(page.name(), page) != null) {
                throw new IllegalArgumentException("page " + page.name() + " of module " + offered.module());
            }
        }
        return Map.copyOf(pages);
    }

    /** Id of the module. */
    public String module() {
        return module;
    }

    /** Its resource classes. */
    public Set<Class<?>> classes() {
        return classes;
    }

    /** Its operations. */
    public Collection<Operation> operations() {
        return operations.all();
    }

    /**
     * The refusal of a method that no operation has.
     *
     * @return {@code token-missing} (401) for strangers, {@code path-not-found} (404) or {@code method-not-allowed} (405)
     */
    public Problem refusal(Target target, Caller caller) {
        return caller.kind() == Caller.Kind.ANONYMOUS
                ? Operation.tokenMissing()
                : operations.verbs().refusal(target.rest());
    }

    /** Its page of this name. */
    public Optional<LinkPage> page(String name) {
        return Optional.ofNullable(pages.get(name));
    }

    /** Begins a request, unless the module is going away. Who gets true must call {@link #leave}. */
    boolean enter() {
        return flights.enter();
    }

    /** Ends a request. */
    public void leave() {
        flights.leave();
    }

    /** Serves one request, with the caller bound. */
    public Answer invoke(Call call, HttpServletRequest request, HttpServletResponse response) throws IOException {
        HttpServletRequest seen = "HEAD".equals(request.getMethod()) ? new AsGet(request) : request;
        seen.setAttribute(Call.ATTRIBUTE, call);
        seen.setAttribute(ADDRESS, call.target().base());
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Published.class.getClassLoader());
        try {
            destination.invoke(null, request.getServletContext(), seen, response);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
            call.end();
        }
        if (call.answer() == null) {
            throw new IllegalStateException("no answer was made");
        }
        return call.answer();
    }

    /** Ends the service once all requests have ended, or patience has. */
    void end() {
        flights.drain("Module " + module());
        server.destroy();
    }

    /** A HEAD is a GET whose body is not sent. */
    private static final class AsGet extends HttpServletRequestWrapper {
        private AsGet(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }
    }
}
