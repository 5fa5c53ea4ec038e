package org.bottega.core.testing;

import org.bottega.persistence.testing.KeptDatabase;
import org.bottega.persistence.unit.Database;

/** The platform on a database that stays when its process ends. */
public final class KeptPlatform {

    private KeptPlatform() {}

    /** Opens it, anew or again; its clock begins where clocks of tests begin. */
    public static TestPlatform open(Database.Address address) {
        return new TestPlatform(KeptDatabase.open(address));
    }
}
