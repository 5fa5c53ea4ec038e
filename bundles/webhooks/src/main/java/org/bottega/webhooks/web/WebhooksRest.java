package org.bottega.webhooks.web;

import java.util.Set;
import org.bottega.api.spi.RestResource;
import org.bottega.webhooks.WebhooksModule;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All operations of webhooks. */
@Component(service = RestResource.class)
public final class WebhooksRest implements RestResource {

    private final Set<Object> resources;

    @Activate
    public WebhooksRest(@Reference EndpointsResource endpoints, @Reference DeliveriesResource deliveries) {
        resources = Set.of(endpoints, deliveries);
    }

    @Override
    public String module() {
        return WebhooksModule.ID;
    }

    @Override
    public Set<Object> resources() {
        return resources;
    }
}
