package org.bottega.web.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bottega.api.spi.HealthCheck;
import org.bottega.web.WebConfig;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.Constants;
import org.osgi.framework.SynchronousBundleListener;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says that this node is about to stop, for a while before anything of it does: balancers look at {@code /health/ready} and
 * send nobody here any more, and whoever comes meanwhile is served as ever.
 */
@Component(service = HealthCheck.class, configurationPid = WebConfig.PID)
public final class Leaving implements HealthCheck, SynchronousBundleListener {

    private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);

    private final BundleContext context;
    private final Duration notice;
    private volatile boolean leaving;

    @Activate
    public Leaving(BundleContext context, WebConfig config) {
        this(context, Duration.ofSeconds(config.stopNotice()));
    }

    Leaving(BundleContext context, Duration notice) {
        this.context = context;
        this.notice = notice;
        context.addBundleListener(this);
    }

    @Deactivate
    public void stop() {
        context.removeBundleListener(this);
    }

    @Override
    public String name() {
        return "stop";
    }

    @Override
    public Optional<String> failure() {
        return leaving ? Optional.of("this node is about to stop") : Optional.empty();
    }

    /** The framework tells of its own end before it stops the first bundle, and waits for whom it tells. */
    @Override
    public void bundleChanged(BundleEvent event) {
        if (event.getType() == BundleEvent.STOPPING
                && event.getBundle().getBundleId() == Constants.SYSTEM_BUNDLE_ID
                && notice.compareTo(Duration.ZERO) > 0) {
            leaving = true;
            LOG.info("Not ready from now on; the stop begins in {}", notice);
            await(notice);
        }
    }

    private static void await(Duration time) {
        try {
            new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
