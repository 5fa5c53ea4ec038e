package org.bottega.ticketing.api;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Tickets of the current caller's tenant, for other modules. A caller confined to one seller reaches that one's only. */
@ProviderType
public interface Tickets {

    /** The ticket with this code, or empty when there is none, or not for this caller. */
    Optional<Ticket> find(String code);
}
