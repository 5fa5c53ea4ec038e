package org.bottega.api.spi;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * A gateway that keeps means of payment for charges to come, so that nobody else has to. The token that stands for them is
 * worthless elsewhere, at most 200 characters, and may be stored.
 */
@ConsumerType
public interface VaultGateway extends PaymentGateway {

    /**
     * Keeps means of payment without charging.
     *
     * @param key names the command for good: again, it answers the same
     * @param means what {@link PaymentGateway.Charge} would take, a card number for example
     * @return the token to charge by, or empty when these means are refused
     */
    Optional<String> keep(String key, String means);

    /** The token of what was kept under this key, or empty when nothing was. */
    Optional<String> kept(String key);
}
