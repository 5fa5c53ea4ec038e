package org.bottega.core.module;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.bottega.api.spi.BusinessModule;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.wiring.BundleRequirement;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Looks at the bundles that have a module to offer, as their manifests tell, and are to run: whether they found all that
 * they import, whether they started, whether their components did.
 */
@Component(service = Faults.class)
public final class BundleFaults implements Faults {

    private static final String SERVICES = "osgi.service";
    private static final String OFFERED = "objectClass";
    private static final long SETTLE_MILLIS = 10_000;

    private final BundleContext context;
    private final ComponentFaults components;

    @Activate
    public BundleFaults(BundleContext context, @Reference ComponentFaults components) {
        this.context = context;
        this.components = components;
    }

    @Override
    public Map<String, String> byModule(Set<String> deployed) {
        Map<String, String> faults = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            if (isModule(bundle) && isWanted(bundle)) {
                String id = id(bundle);
                String fault = fault(bundle, deployed.contains(id));
                if (fault != null) {
                    faults.put(id, fault);
                }
            }
        }
        return faults;
    }

    private static boolean isModule(Bundle bundle) {
        BundleRevision revision = bundle.adapt(BundleRevision.class);
        return revision != null
                && revision.getDeclaredCapabilities(SERVICES).stream()
                        .map(capability -> capability.getAttributes().get(OFFERED))
                        .anyMatch(offered -> offered instanceof Collection<?> types
                                && types.contains(BusinessModule.class.getName()));
    }

    /** Not one that was stopped, or never started, on purpose. */
    private static boolean isWanted(Bundle bundle) {
        return bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
    }

    /** The last part of the bundle's name, which is the module's id. */
    private static String id(Bundle bundle) {
        String name = bundle.getSymbolicName();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    private String fault(Bundle bundle, boolean announced) {
        return switch (bundle.getState()) {
            case Bundle.INSTALLED -> unresolved(bundle);
            case Bundle.RESOLVED -> isSettled(bundle) ? notStarted(bundle) : null;
            case Bundle.ACTIVE -> components.of(bundle, announced || !isSettled(bundle));
            default -> null;
        };
    }

    /** Not one that is just being replaced: it starts in a moment. */
    private static boolean isSettled(Bundle bundle) {
        return System.currentTimeMillis() - bundle.getLastModified() > SETTLE_MILLIS;
    }

    private String unresolved(Bundle bundle) {
        FrameworkWiring wiring =
                context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkWiring.class);
        List<String> missing = new ArrayList<>();
        for (BundleRequirement requirement : bundle.adapt(BundleRevision.class).getDeclaredRequirements(null)) {
            Map<String, String> directives = requirement.getDirectives();
            boolean needed = !Constants.RESOLUTION_OPTIONAL.equals(directives.get(Constants.RESOLUTION_DIRECTIVE))
                    && !Constants.EFFECTIVE_ACTIVE.equals(directives.get(Constants.EFFECTIVE_DIRECTIVE));
            if (needed && wiring.findProviders(requirement).isEmpty()) {
                missing.add(directives.getOrDefault(Constants.FILTER_DIRECTIVE, requirement.getNamespace()));
            }
        }
        if (missing.isEmpty()) {
            return isSettled(bundle) ? notStarted(bundle) : null;
        }
        return "its bundle " + name(bundle) + " does not resolve: nobody offers " + String.join(", ", missing);
    }

    private static String notStarted(Bundle bundle) {
        return "its bundle " + name(bundle) + " is not started; bundle:start " + bundle.getBundleId()
                + " starts it, or says why not";
    }

    private static String name(Bundle bundle) {
        return bundle.getSymbolicName() + " " + bundle.getVersion();
    }
}
