package org.bottega.webhooks.reaction;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.bottega.webhooks.Secrets;
import org.bottega.webhooks.Signature;
import org.bottega.webhooks.send.Answer;
import org.bottega.webhooks.send.Post;
import org.bottega.webhooks.store.DeliveryRows.Due;
import org.bottega.webhooks.store.EndpointRow;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Makes the request: the headers of the Standard Webhooks around the body. */
@Component(service = Sender.class)
public final class Sender {

    private final Post post;
    private final Secrets secrets;

    @Activate
    public Sender(@Reference Post post, @Reference Secrets secrets) {
        this.post = post;
        this.secrets = secrets;
    }

    /** Sends. Under {@code webhook-id} the receiver finds the event's id, the same at every attempt. */
    CompletableFuture<Answer> send(Due due, EndpointRow endpoint, Instant now) {
        byte[] body = due.body().getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = Map.of(
                "webhook-id", due.event(),
                "webhook-timestamp", String.valueOf(now.getEpochSecond()),
                "webhook-signature", Signature.of(secrets.at(endpoint, now), due.event(), now, body));
        return post.send(endpoint.url(), headers, body);
    }
}
