package org.bottega.api.platform;

import java.util.Optional;
import java.util.Set;
import org.bottega.api.Caller;
import org.osgi.annotation.versioning.ProviderType;

/** Bearer tokens: opaque, revocable, kept as hashes, good at their own tenant only. Callable without a caller bound. */
@ProviderType
public interface Tokens {

    /**
     * A token that was issued.
     *
     * @param token the bearer token, shown this once
     * @param expiresIn seconds
     * @param scope permissions it carries
     */
    record Issued(String token, long expiresIn, Set<String> scope) {}

    /**
     * OAuth 2 {@code client_credentials}.
     *
     * @param scope wanted permissions, empty for all that the client has
     * @return empty when the tenant has no such client with that secret, whatever the reason
     * @throws org.bottega.api.Problem {@code invalid-scope} (400) when more is wanted than the client has
     */
    Optional<Issued> issue(String tenant, String clientId, String secret, Set<String> scope);

    /** Whether the tenant has this client with that secret. */
    boolean isClient(String tenant, String clientId, String secret);

    /** Who holds this token at this tenant, or empty when it is unknown, expired, revoked or another tenant's. */
    Optional<Caller> authenticate(String tenant, String token, String request);

    /** Ends a token. Unknown tokens are ignored. */
    void revoke(String tenant, String token);
}
