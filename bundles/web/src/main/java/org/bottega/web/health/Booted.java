package org.bottega.web.health;

import java.util.Optional;
import org.bottega.api.spi.HealthCheck;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Not ready while bundles are still being started: a module that comes last would be unknown to the first requests. The first
 * start installs features and then says so by a service; later ones go up the framework's start levels.
 */
@Component(service = HealthCheck.class)
public final class Booted implements HealthCheck {

    private static final String INSTALLED = "org.apache.karaf.features.BootFinished";
    private static final int LAST_LEVEL = 100;

    private final BundleContext context;
    private final FrameworkStartLevel levels;
    private final int last;
    private volatile boolean done;

    @Activate
    public Booted(BundleContext context) {
        this.context = context;
        this.levels = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).adapt(FrameworkStartLevel.class);
        String level = context.getProperty(Constants.FRAMEWORK_BEGINNING_STARTLEVEL);
        this.last = level == null ? LAST_LEVEL : Integer.parseInt(level);
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public Optional<String> failure() {
        if (!done) {
            done = levels.getStartLevel() >= last && context.getServiceReference(INSTALLED) != null;
        }
        return done ? Optional.empty() : Optional.of("bundles are still being started");
    }
}
