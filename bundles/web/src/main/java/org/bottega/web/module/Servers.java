package org.bottega.web.module;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.jaxrs.JAXRSServerFactoryBean;
import org.apache.cxf.transport.DestinationFactoryManager;
import org.apache.cxf.transport.http.DestinationRegistry;
import org.apache.cxf.transport.http.DestinationRegistryImpl;
import org.apache.cxf.transport.http.HTTPTransportFactory;
import org.bottega.api.spi.RestResource;
import org.bottega.web.http.Problems;
import org.bottega.web.idempotency.Idempotency;
import org.bottega.web.json.Constraints;
import org.bottega.web.json.Json;

/** Makes CXF servers, all on one bus. */
final class Servers implements AutoCloseable {

    private final Bus bus;
    private final Idempotency idempotency;
    private final long bodyLimit;

    Servers(Idempotency idempotency, long bodyLimit) {
        this.idempotency = idempotency;
        this.bodyLimit = bodyLimit;
        this.bus = withOwnLoader(Servers::newBus);
    }

    private static Bus newBus() {
        DestinationRegistry registry = new DestinationRegistryImpl();
        Bus made = new CXFBusFactory().createBus();
        HTTPTransportFactory transport = new HTTPTransportFactory(registry);
        DestinationFactoryManager factories = made.getExtension(DestinationFactoryManager.class);
        for (String namespace : HTTPTransportFactory.DEFAULT_NAMESPACES) {
            factories.registerDestinationFactory(namespace, transport);
        }
        return made;
    }

    /**
     * Serves a module.
     *
     * @throws IllegalArgumentException when an operation says not who may call it, or a page has no name of its own
     */
    Published publish(RestResource resource) {
        return withOwnLoader(() -> {
            JAXRSServerFactoryBean factory = new JAXRSServerFactoryBean();
            factory.setBus(bus);
            factory.setAddress("/" + resource.module());
            factory.setServiceBeans(List.copyOf(resource.resources()));
            Operations operations = new Operations(factory.getServiceFactory().getClassResourceInfo());
            // One mapper per module: its caches hold the module's classes and go away with it.
            ObjectMapper mapper = Json.mapper();
            Answers answers = new Answers(mapper);
            factory.setProviders(List.of(
                    new Access(operations, bodyLimit),
                    new JsonBodies(mapper),
                    new Converters(),
                    new Failures(new Problems(mapper), answers, operations.verbs())));
            factory.setInvoker(new Runner(idempotency, new Constraints(), answers));
            // Otherwise an exception with a ready response would pass the mapper by.
            factory.setProperties(Map.of("support.wae.spec.optimization", false));
            var pages = Published.pages(resource);
            return new Published(resource, factory.create(), operations, pages);
        });
    }

    /** CXF finds its own parts through the context class loader. */
    private static <T> T withOwnLoader(java.util.function.Supplier<T> work) {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(Servers.class.getClassLoader());
        try {
            return work.get();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        bus.shutdown(true);
    }
}
