package org.bottega.itests.bench.inside;

import java.util.ArrayList;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.Servlet;
import org.bottega.api.Events;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.DomainEventListener;
import org.bottega.api.spi.DueWork;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.api.spi.RestResource;
import org.bottega.persistence.Store;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Filter;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.util.tracker.ServiceTracker;

/** What requests are compared with, and work for the platform's own threads. A bundle for measuring only. */
public final class BenchActivator implements BundleActivator {

    static final String ID = "bench";
    static final String READ = "bench:read";

    private static final ModuleInfo INFO = new ModuleInfo(ID, "Bench", "1.0.0", Set.of(), Set.of(READ));

    private ServiceTracker<Store, List<ServiceRegistration<?>>> stores;

    @Override
    public void start(BundleContext context) throws InvalidSyntaxException {
        Dictionary<String, Object> servlet =
                new Hashtable<>(Map.of("osgi.http.whiteboard.servlet.pattern", "/bench/empty"));
        context.registerService(Servlet.class, new EmptyServlet(), servlet);
        Filter ours =
                context.createFilter("(&(objectClass=" + Store.class.getName() + ")(" + Store.UNIT + "=" + ID + "))");
        stores = new ServiceTracker<>(context, ours, null) {
            @Override
            public List<ServiceRegistration<?>> addingService(ServiceReference<Store> reference) {
                return begin(context, context.getService(reference));
            }

            @Override
            public void removedService(ServiceReference<Store> reference, List<ServiceRegistration<?>> services) {
                services.forEach(ServiceRegistration::unregister);
                context.ungetService(reference);
            }
        };
        stores.open();
    }

    private static List<ServiceRegistration<?>> begin(BundleContext context, Store store) {
        Events events = context.getService(context.getServiceReference(Events.class));
        HearTicks listener = new HearTicks();
        Ticks ticks = new Ticks(store);
        List<ServiceRegistration<?>> services = new ArrayList<>();
        services.add(context.registerService(DomainEventListener.class, listener, null));
        services.add(context.registerService(DueWork.class, ticks, null));
        services.add(context.registerService(BusinessModule.class, () -> INFO, null));
        services.add(context.registerService(
                RestResource.class,
                new Rest(Set.of(new EmptyResource(), new WorkResource(events, listener, ticks))),
                null));
        return services;
    }

    @Override
    public void stop(BundleContext context) {
        stores.close();
    }

    private record Rest(Set<Object> resources) implements RestResource {
        @Override
        public String module() {
            return ID;
        }
    }
}
