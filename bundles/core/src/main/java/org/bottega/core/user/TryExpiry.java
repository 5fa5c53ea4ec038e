package org.bottega.core.user;

import org.bottega.api.spi.DueWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Forgets wrong passwords after a day. */
@Component(service = DueWork.class)
public final class TryExpiry extends RealTimeWork {

    private final Throttle throttle;

    @Activate
    public TryExpiry(@Reference Throttle throttle) {
        super("core.try-expiry", "core_login_try");
        this.throttle = throttle;
    }

    @Override
    public void process(String id) {
        throttle.removeOld(id);
    }
}
