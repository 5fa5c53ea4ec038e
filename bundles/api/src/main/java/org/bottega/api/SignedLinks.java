package org.bottega.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Tokens for links in mails, signed with the tenant's own key: unforgeable, and worthless at another tenant. */
@ProviderType
public interface SignedLinks {

    /**
     * A token that carries {@code value} for one purpose.
     *
     * @param purpose for example {@code sales.access}; a token is good for its own purpose only
     * @param value what it stands for; readable by who holds the token, so no secret
     */
    String sign(String purpose, String value);

    /** The value of a token of the current tenant and this purpose, or empty when it is anything else. */
    Optional<String> verify(String purpose, String token);

    /** The absolute public address of {@code path}, which begins with a slash, such as {@code /api/acme/sales/…}. */
    String address(String path);
}
