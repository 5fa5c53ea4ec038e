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
     * @param refresh token for the next one, shown this once, or null for programs
     */
    record Issued(String token, long expiresIn, Set<String> scope, String refresh) {}

    /**
     * Somebody who logs in.
     *
     * @param email address of the account
     * @param kind which of the accounts with that address, or null: the one whose password it is, staff first
     * @param address of the computer that asks, for counting wrong tries
     */
    record Login(String email, String password, Users.Kind kind, String address) {}

    /**
     * OAuth 2 {@code client_credentials}.
     *
     * @param scope wanted permissions, empty for all that the client has
     * @return empty when the tenant has no such client with that secret, whatever the reason
     * @throws org.bottega.api.Problem {@code invalid-scope} (400) when more is wanted than the client has
     */
    Optional<Issued> issue(String tenant, String clientId, String secret, Set<String> scope);

    /** Whether it looks like a token of a person, known or not. */
    boolean isPersons(String token);

    /** Whether the tenant has this client with that secret. */
    boolean isClient(String tenant, String clientId, String secret);

    /**
     * OAuth 2 {@code password}. What the token allows is judged at each request by the role held then, narrowed to {@code
     * scope}. Must not be called in a unit of work.
     *
     * @param scope wanted permissions, empty for all that the role allows
     * @return empty when there is no such enabled account with that password, whatever the reason
     * @throws org.bottega.api.Problem {@code too-many-tries} (429) after 5 wrong passwords for the address from one network
     *     within 15 minutes, 50 from one network for whatever addresses, or 100 for the address from everywhere within an hour,
     *     unless the right one came from there in the last 30 days; {@code invalid-scope} (400)
     */
    Optional<Issued> login(String tenant, Login login, Set<String> scope);

    /**
     * OAuth 2 {@code refresh_token}: a new token and a new refresh token, good for 30 days. One that was used before ends
     * all that came of the same login.
     *
     * @param scope wanted permissions, empty for the same as before
     * @return empty when it is unknown, used, expired or ended
     * @throws org.bottega.api.Problem {@code invalid-scope} (400)
     */
    Optional<Issued> refresh(String tenant, String refresh, Set<String> scope);

    /** Who holds this token at this tenant, or empty when it is unknown, expired, revoked or another tenant's. */
    Optional<Caller> authenticate(String tenant, String token, String request);

    /** Ends a token; a person's token or refresh token ends the whole login. Unknown tokens are ignored. */
    void revoke(String tenant, String token);
}
