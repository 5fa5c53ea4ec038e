package org.bottega.webhooks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bottega.api.EventType;
import org.bottega.api.Problem;
import org.bottega.api.platform.Modules;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleCapability;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The types of events that the bundles of the running platform publish: their manifests tell. */
@Component(service = EventTypes.class)
public final class EventTypes {

    /** Type of the event that is sent to try an endpoint out; nobody subscribes to it. */
    public static final String TEST = "webhooks.Test";

    private static final String PLATFORM = "core";
    private static final int MOST = 50;

    private final Supplier<Set<String>> names;
    private final Modules modules;

    @Activate
    public EventTypes(BundleContext bundles, @Reference Modules modules) {
        this(() -> published(bundles), modules);
    }

    EventTypes(Supplier<Set<String>> names, Modules modules) {
        this.names = names;
        this.modules = modules;
    }

    /**
     * A type of events.
     *
     * @param module id of the module that publishes it
     * @param on whether the module is on for the tenant
     */
    public record Type(String name, String module, boolean on) {}

    private static Set<String> published(BundleContext context) {
        Set<String> found = new TreeSet<>();
        Arrays.stream(context.getBundles())
                .filter(bundle -> (bundle.getState() & (Bundle.RESOLVED | Bundle.STARTING | Bundle.ACTIVE)) != 0)
                .flatMap(EventTypes::capabilities)
                .map(capability -> capability.getAttributes().get(EventType.NAMESPACE))
                .forEach(name -> found.add(String.valueOf(name)));
        return found;
    }

    private static Stream<BundleCapability> capabilities(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision == null ? Stream.empty() : revision.getDeclaredCapabilities(EventType.NAMESPACE).stream();
    }

    /** All types, by name, as a tenant sees them. */
    public List<Type> list(String tenant) {
        return names.get().stream()
                .map(name -> new Type(name, Target.module(name), isOn(tenant, Target.module(name))))
                .toList();
    }

    private boolean isOn(String tenant, String module) {
        return PLATFORM.equals(module) || modules.isOn(tenant, module);
    }

    /**
     * A choice of types, each once.
     *
     * @throws Problem 400 {@code events-out-of-range}, {@code event-type-unknown}
     */
    public List<String> chosen(List<String> wanted) {
        if (wanted == null || wanted.isEmpty() || wanted.size() > MOST) {
            throw Problem.invalid("events-out-of-range", "events", "1 to " + MOST + " names of types");
        }
        Set<String> known = names.get();
        List<String> chosen = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            String name = wanted.get(i);
            boolean good = name != null
                    && (known.contains(name)
                            || Target.ALL.equals(name)
                            || known.stream().anyMatch(type -> Target.covers(name, type)));
            if (!good) {
                throw Problem.invalid(
                        "event-type-unknown",
                        "events[" + i + "]",
                        "a type that getEventTypes lists, <module>.* for all of a module, or * for all");
            }
            if (!chosen.contains(name)) {
                chosen.add(name);
            }
        }
        return chosen;
    }
}
