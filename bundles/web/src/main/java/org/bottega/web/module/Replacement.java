package org.bottega.web.module;

import org.bottega.api.spi.RestResource;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.startlevel.BundleStartLevel;

/** Tells a module that goes to be replaced from one that is stopped. */
final class Replacement {

    private Replacement() {}

    /** Whether the bundle of the operations is to run again: an operator who stops or removes it has taken that back by now. */
    static boolean isBegun(RestResource resource) {
        Bundle bundle = FrameworkUtil.getBundle(resource.getClass());
        return bundle != null
                && bundle.getState() != Bundle.UNINSTALLED
                && bundle.adapt(BundleStartLevel.class).isPersistentlyStarted();
    }
}
