package org.bottega.api;

import org.osgi.annotation.versioning.ProviderType;

/** New identifiers. */
@ProviderType
public interface Ids {

    /** A time-ordered id of 26 characters (ULID) for rows. */
    String next();

    /**
     * A short code that people read and quote: {@code prefix} and 12 characters of an alphabet without look-alikes. 60
     * random bits: unguessable.
     */
    String code(String prefix);

    /** A secret of 256 random bits, safe in addresses. */
    String secret();
}
