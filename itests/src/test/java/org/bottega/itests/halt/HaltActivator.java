package org.bottega.itests.halt;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.hooks.weaving.WeavingHook;

/** A bundle for tests, built by them: it must start before the database is opened. */
public final class HaltActivator implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        context.registerService(WeavingHook.class, new CommitWeaver(), null);
    }

    @Override
    public void stop(BundleContext context) {}
}
