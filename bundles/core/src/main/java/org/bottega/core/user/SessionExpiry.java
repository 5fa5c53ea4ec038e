package org.bottega.core.user;

import org.bottega.api.spi.DueWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deletes people's tokens that have expired. */
@Component(service = DueWork.class)
public final class SessionExpiry extends RealTimeWork {

    private final Sessions sessions;

    @Activate
    public SessionExpiry(@Reference Sessions sessions) {
        super("core.session-expiry", "core_user_token");
        this.sessions = sessions;
    }

    @Override
    public void process(String id) {
        sessions.removeExpired(id);
    }
}
