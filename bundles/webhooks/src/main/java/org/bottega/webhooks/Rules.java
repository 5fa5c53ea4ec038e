package org.bottega.webhooks;

import org.bottega.api.Problem;
import org.bottega.webhooks.store.EndpointRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What an endpoint may be, and the secret it has. */
@Component(service = Rules.class)
public final class Rules {

    private final Urls urls;
    private final EventTypes types;
    private final Secrets secrets;

    @Activate
    public Rules(@Reference Urls urls, @Reference EventTypes types, @Reference Secrets secrets) {
        this.urls = urls;
        this.types = types;
        this.secrets = secrets;
    }

    /**
     * The target as it is kept.
     *
     * @throws Problem 400 {@code email-invalid}, {@code text-too-long}, {@code text-invalid} and those of {@link Urls#check}
     *     and {@link EventTypes#chosen}
     */
    public Target check(Target wanted) {
        return new Target(
                urls.check(wanted.url()),
                types.chosen(wanted.events()),
                Check.email("contact", wanted.contact()),
                Check.optional("description", wanted.description()));
    }

    String secret(EndpointRow endpoint) {
        return secrets.text(endpoint);
    }
}
