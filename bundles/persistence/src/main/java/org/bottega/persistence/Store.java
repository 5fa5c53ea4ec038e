package org.bottega.persistence;

import org.osgi.annotation.versioning.ProviderType;

/**
 * The tables of one unit, migrated and ready. An OSGi service with property {@code unit}; hand it to the constructors of
 * {@link Repository} and {@link Rows}.
 */
@ProviderType
public interface Store {

    /** Service property that names the unit. */
    String UNIT = "unit";

    /** Name of the unit: the module's id. */
    String unit();
}
