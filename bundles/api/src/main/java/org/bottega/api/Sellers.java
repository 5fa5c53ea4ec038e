package org.bottega.api;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/** Sellers of the current caller's tenant. A caller confined to one seller sees that one only. */
@ProviderType
public interface Sellers {

    /** The seller, or empty when there is none, or not for this caller. */
    Optional<Seller> find(String id);

    /** All that the caller may see, ordered by id. */
    List<Seller> list();

    /** A page of them, ordered by id. */
    Page<Seller> list(PageRequest request);

    /**
     * Adds a seller.
     *
     * @throws Problem {@code seller-exists} (409), or 400 naming the field
     */
    Seller create(Seller seller);

    /**
     * Changes zone, support address and language, and publishes {@link SellerChanged} (ACC-19, ACC-20).
     *
     * @param supportEmail null: customers are given the account's address
     * @throws Problem {@code seller-not-found} (404), or 400 naming the field
     */
    Seller change(String id, ZoneId zone, String supportEmail, Locale locale);
}
