package org.bottega.webhooks.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.bottega.webhooks.DisabledWhy;
import org.bottega.webhooks.EndpointState;
import org.bottega.webhooks.store.EndpointRow;

/** An endpoint. */
@Schema(name = "WebhookEndpoint")
public record EndpointView(
        @Schema(description = "its id") String endpoint,
        String url,
        List<String> events,
        @Schema(description = "is told when it is disabled for failing") String contact,
        String description,
        EndpointState state,
        @Schema(description = "ASKED, FAILING for three days, or GONE: it answered 410") DisabledWhy disabledWhy,
        Instant disabledAt,
        @Schema(description = "since when every attempt has failed") Instant failingSince,
        Instant createdAt,
        @Schema(description = "when it got its present secret, if that is not its first") Instant rotatedAt,
        @Schema(description = "whsec_ and base64; told when it is added and when it is rotated") String secret) {

    static EndpointView of(EndpointRow row, String secret) {
        return new EndpointView(
                row.id(),
                row.url(),
                row.events(),
                row.contact(),
                row.description(),
                row.state(),
                row.disabledWhy(),
                row.disabledAt(),
                row.failingSince(),
                row.createdAt(),
                row.rotatedAt(),
                secret);
    }
}
