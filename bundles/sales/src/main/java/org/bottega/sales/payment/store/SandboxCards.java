package org.bottega.sales.payment.store;

import org.bottega.persistence.Repository;
import org.bottega.persistence.Store;

/** The cards that the sandbox gateway keeps. */
public final class SandboxCards extends Repository<SandboxCard> {
    public SandboxCards(Store store) {
        super(store, SandboxCard.class);
    }
}
