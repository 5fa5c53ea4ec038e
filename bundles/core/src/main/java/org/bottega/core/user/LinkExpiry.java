package org.bottega.core.user;

import org.bottega.api.spi.DueWork;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Deletes links for setting a password that have expired. */
@Component(service = DueWork.class)
public final class LinkExpiry extends RealTimeWork {

    private final ResetLinks links;

    @Activate
    public LinkExpiry(@Reference ResetLinks links) {
        super("core.link-expiry", "core_reset_link");
        this.links = links;
    }

    @Override
    public void process(String id) {
        links.removeExpired(id);
    }
}
