package org.bottega.persistence;

import org.bottega.api.Callers;
import org.bottega.persistence.unit.Database.OpenUnit;
import org.osgi.annotation.versioning.ProviderType;

/** Makes the store of an open unit. For the platform only: an {@link OpenUnit} cannot be had from outside it. */
@ProviderType
public final class Stores {

    private Stores() {}

    public static Store of(OpenUnit unit, Callers callers) {
        return new StoreImpl(unit, callers);
    }
}
