package org.bottega.sales.web;

import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The operations of purchases and of the access they give. */
@Component(service = PurchaseResources.class)
public final class PurchaseResources {

    private final Set<Object> all;

    @Activate
    public PurchaseResources(@Reference PurchasesResource purchases) {
        all = Set.of(purchases);
    }

    Set<Object> all() {
        return all;
    }
}
