package org.bottega.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Sellers of the current caller's tenant. A caller confined to one seller sees that one only. */
@ProviderType
public interface Sellers {

    /** The seller, or empty when there is none, or not for this caller. */
    Optional<Seller> find(String id);

    /** All that the caller may see, ordered by id. */
    List<Seller> list();

    /**
     * Adds a seller.
     *
     * @throws Problem {@code seller-exists} (409), or 400 naming the field
     */
    Seller create(Seller seller);
}
