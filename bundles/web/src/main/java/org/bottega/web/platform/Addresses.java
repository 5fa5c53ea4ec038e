package org.bottega.web.platform;

import java.net.URI;
import org.bottega.api.Callers;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Addresses of the platform's own things. */
@Component(service = Addresses.class)
public final class Addresses {

    private final Callers callers;

    @Activate
    public Addresses(@Reference Callers callers) {
        this.callers = callers;
    }

    /** The path of one thing of a list. */
    URI of(String list, String id) {
        return URI.create("/api/" + callers.current().tenant() + "/" + list + "/" + id);
    }
}
