package org.bottega.webhooks.reaction;

import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.bottega.api.Mail;
import org.bottega.api.Mailer;
import org.bottega.api.platform.Tenant;
import org.bottega.api.platform.Tenants;
import org.bottega.webhooks.DisabledWhy;
import org.bottega.webhooks.WebhooksModule;
import org.bottega.webhooks.store.EndpointRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The mail about a disabled endpoint, in the language of its marketplace. */
@Component(service = Letters.class)
public final class Letters {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final Mailer mailer;
    private final Tenants tenants;

    @Activate
    public Letters(@Reference Mailer mailer, @Reference Tenants tenants) {
        this.mailer = mailer;
        this.tenants = tenants;
    }

    /** Tells the endpoint's contact, in the open unit of work. */
    void disabled(EndpointRow endpoint, String error) {
        String id = endpoint.tenantId();
        Tenant tenant = tenants.find(id).orElseThrow();
        Map<String, Object> model = Map.of(
                "gone", endpoint.disabledWhy() == DisabledWhy.GONE,
                "tenant", tenant.title(),
                "url", endpoint.url(),
                "host", URI.create(endpoint.url()).getHost(),
                "endpoint", endpoint.id(),
                "since", TIME.format(endpoint.failingSince()),
                "error", error,
                "path", "/api/" + id + "/" + WebhooksModule.ID + "/endpoints/" + endpoint.id());
        mailer.send(new Mail(
                WebhooksModule.ID, "endpoint-disabled", endpoint.contact(), tenant.locale(), model, endpoint.id()));
    }
}
