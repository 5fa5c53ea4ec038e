package org.bottega.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.bottega.api.SignedLinks;
import org.bottega.webhooks.store.EndpointRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * The secrets of endpoints, 256 bits each. None is kept: they are derived from the tenant's key, the endpoint's id and how
 * often it was rotated.
 */
@Component(service = Secrets.class)
public final class Secrets {

    /** For how long after a rotation the secret before signs too. */
    public static final Duration OVERLAP = Duration.ofHours(24);

    private static final String PURPOSE = "webhooks.secret";

    private final SignedLinks links;

    @Activate
    public Secrets(@Reference SignedLinks links) {
        this.links = links;
    }

    /** The secret as people see it: {@code whsec_} and base64. */
    public String text(EndpointRow endpoint) {
        return Signature.text(secret(endpoint.id(), endpoint.generation()));
    }

    /** Secrets to sign with at this instant, the newest first. */
    public List<byte[]> at(EndpointRow endpoint, Instant now) {
        byte[] newest = secret(endpoint.id(), endpoint.generation());
        Instant rotated = endpoint.rotatedAt();
        return rotated != null && now.isBefore(rotated.plus(OVERLAP))
                ? List.of(newest, secret(endpoint.id(), endpoint.generation() - 1))
                : List.of(newest);
    }

    private byte[] secret(String endpoint, int generation) {
        String token = links.sign(PURPOSE, endpoint + ':' + generation);
        return Base64.getUrlDecoder().decode(token.substring(token.lastIndexOf('.') + 1));
    }
}
