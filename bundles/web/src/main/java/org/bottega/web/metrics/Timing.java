package org.bottega.web.metrics;

import java.io.IOException;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletResponse;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Times the requests to the API, to the last byte of the answer. */
@Component(
        service = Filter.class,
        property = {"osgi.http.whiteboard.filter.pattern=/api/*", "osgi.http.whiteboard.filter.name=timing"})
public final class Timing implements Filter {

    /** Attribute of a request: the operation it came to. */
    public static final String OPERATION = "org.bottega.web.operation";

    private static final int BROKEN_OFF = 599;

    private final Metrics metrics;

    @Activate
    public Timing(@Reference Metrics metrics) {
        this.metrics = metrics;
    }

    @Override
    public void init(FilterConfig config) {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        int status = BROKEN_OFF;
        try {
            chain.doFilter(request, response);
            status = ((HttpServletResponse) response).getStatus();
        } finally {
            metrics.request((String) request.getAttribute(OPERATION), status, System.nanoTime() - start);
        }
    }

    @Override
    public void destroy() {}
}
