package org.bottega.web.platform;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.bottega.api.platform.Users.Kind;
import org.bottega.api.platform.Users.User;

/** Somebody who can log in. */
@Schema(name = "User")
public record UserView(
        String id,
        Kind kind,
        String email,
        String name,
        @Schema(description = "the one seller that staff are confined to, or null") String seller,
        @Schema(description = "of staff") String role,
        String locale,
        @Schema(description = "whether a password has been set") boolean ready,
        Instant createdAt,
        @Schema(description = "since when he cannot log in, or null") Instant disabledAt) {

    static UserView of(User u) {
        return new UserView(
                u.id(),
                u.kind(),
                u.email(),
                u.name(),
                u.seller(),
                u.role(),
                u.locale().toLanguageTag(),
                u.ready(),
                u.createdAt(),
                u.disabledAt());
    }
}
