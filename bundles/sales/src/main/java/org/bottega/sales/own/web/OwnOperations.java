package org.bottega.sales.own.web;

import java.util.Set;
import org.bottega.sales.email.web.ConfirmationsResource;
import org.bottega.sales.email.web.EmailResource;
import org.bottega.sales.web.LinksResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All operations for buyers, and those on the address a purchase belongs to. */
@Component(service = OwnOperations.class)
public final class OwnOperations {

    private final Set<Object> resources;

    @Activate
    public OwnOperations(
            @Reference LinksResource links,
            @Reference OwnResource own,
            @Reference OwnDataResource data,
            @Reference EmailResource email,
            @Reference ConfirmationsResource confirmations) {
        resources = Set.of(links, own, data, email, confirmations);
    }

    public Set<Object> resources() {
        return resources;
    }
}
