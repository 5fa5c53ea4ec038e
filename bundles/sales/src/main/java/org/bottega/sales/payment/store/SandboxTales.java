package org.bottega.sales.payment.store;

import java.util.Optional;
import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;
import org.bottega.persistence.Where;

/** What the sandbox gateway was told to pretend. */
public final class SandboxTales extends Repository<SandboxTold> {
    public SandboxTales(Store store) {
        super(store, SandboxTold.class);
    }

    /** The last word about a charge. */
    public Optional<SandboxTold> last(String charge) {
        return list(Where.of("e.chargeId = ?", charge), "e.id desc", 1).stream().findFirst();
    }
}
