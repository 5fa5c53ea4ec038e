package org.bottega.sales.payment.web;

import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Operations about payments. */
@Component(service = PaymentOperations.class)
public final class PaymentOperations {

    private final Set<Object> resources;

    @Activate
    public PaymentOperations(@Reference CancelResource cancel, @Reference PaymentsResource payments) {
        resources = Set.of(cancel, payments);
    }

    /** The resources. */
    public Set<Object> resources() {
        return resources;
    }
}
