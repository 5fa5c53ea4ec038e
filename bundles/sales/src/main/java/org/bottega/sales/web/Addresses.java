package org.bottega.sales.web;

import java.net.URI;
import org.bottega.sales.Platform;
import org.bottega.sales.SalesModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Where what was made can be found. */
@Component(service = Addresses.class)
public final class Addresses {

    private final Platform platform;

    @Activate
    public Addresses(@Reference Platform platform) {
        this.platform = platform;
    }

    /** Address of a thing in a list, from the root. */
    public URI of(String list, String id) {
        return URI.create("/api/" + platform.tenant() + "/" + SalesModule.ID + "/" + list + "/" + id);
    }
}
