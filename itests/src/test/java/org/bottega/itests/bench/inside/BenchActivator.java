package org.bottega.itests.bench.inside;

import java.util.Dictionary;
import java.util.Hashtable;
import java.util.Map;
import java.util.Set;
import javax.servlet.Servlet;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.api.spi.RestResource;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** What requests are compared with: a servlet and a REST operation that do nothing. A bundle for measuring only. */
public final class BenchActivator implements BundleActivator {

    static final String READ = "bench:read";

    private static final ModuleInfo INFO = new ModuleInfo("bench", "Bench", "1.0.0", Set.of(), Set.of(READ));

    @Override
    public void start(BundleContext context) {
        Dictionary<String, Object> servlet =
                new Hashtable<>(Map.of("osgi.http.whiteboard.servlet.pattern", "/bench/empty"));
        context.registerService(Servlet.class, new EmptyServlet(), servlet);
        context.registerService(BusinessModule.class, () -> INFO, null);
        context.registerService(RestResource.class, new Rest(), null);
    }

    @Override
    public void stop(BundleContext context) {
        // The framework takes the services back.
    }

    private static final class Rest implements RestResource {
        @Override
        public String module() {
            return INFO.id();
        }

        @Override
        public Set<Object> resources() {
            return Set.of(new EmptyResource());
        }
    }
}
