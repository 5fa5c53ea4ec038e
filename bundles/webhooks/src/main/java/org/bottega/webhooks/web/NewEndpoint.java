package org.bottega.webhooks.web;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import org.bottega.webhooks.Target;

/** What an endpoint is to be. */
@Schema(name = "NewWebhookEndpoint")
public record NewEndpoint(
        @NotBlank @Schema(description = "https, without user and fragment; its host has public addresses only")
                String url,
        @NotNull @Schema(description = "1 to 50 types of events; <module>.* for all of a module, * for all")
                List<String> events,
        @NotBlank @Schema(description = "mail address that is told when the endpoint is disabled for failing")
                String contact,
        @Schema(description = "for people, at most 200 characters") String description) {

    Target target() {
        return new Target(url, events.stream().map(String::valueOf).toList(), contact, description);
    }
}
