package org.bottega.web.platform;

import java.util.List;
import java.util.Set;
import javax.ws.rs.Path;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.api.spi.RestResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/**
 * The platform's own operations: all or none. Were some served while others are still missing, those would be answered 404,
 * which is wrong of what exists; as it is, requests wait and then get 503.
 */
@Component(service = RestResource.class, property = "resources.cardinality.minimum:Integer=" + PlatformRest.CLASSES)
public final class PlatformRest implements RestResource {

    /** The platform, where modules have their id. It is no segment of any path. */
    public static final String MODULE = "core";

    /** How many classes of operations there are. */
    static final int CLASSES = 11;

    /** Tokens are got here, and not by a resource. */
    private static final String AUTH = "auth";

    private final Set<Object> resources;

    @Activate
    public PlatformRest(
            @Reference(
                            name = "resources",
                            cardinality = ReferenceCardinality.AT_LEAST_ONE,
                            policyOption = ReferencePolicyOption.GREEDY)
                    List<PlatformResource> resources) {
        resources.forEach(PlatformRest::check);
        this.resources = Set.copyOf(resources);
    }

    private static void check(PlatformResource resource) {
        Path path = resource.getClass().getAnnotation(Path.class);
        if (path == null || !isOwn(path.value().split("/")[0])) {
            throw new IllegalArgumentException(
                    resource.getClass() + " has no @Path that begins with a segment of the platform");
        }
    }

    /** Whether what follows the tenant in a path leads here, not to a module. */
    public static boolean isOwn(String segment) {
        return ModuleInfo.RESERVED.contains(segment) && !segment.equals(MODULE) && !segment.equals(AUTH);
    }

    @Override
    public String module() {
        return MODULE;
    }

    @Override
    public Set<Object> resources() {
        return resources;
    }
}
