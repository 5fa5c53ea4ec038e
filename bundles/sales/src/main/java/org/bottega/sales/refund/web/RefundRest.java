package org.bottega.sales.refund.web;

import java.util.HashSet;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The operations around refunds. */
@Component(service = RefundRest.class)
public final class RefundRest {

    private final Set<Object> resources;

    @Activate
    public RefundRest(
            @Reference RefundResource refund, @Reference RefundsResource refunds, @Reference RequestRest requests) {
        Set<Object> all = new HashSet<>(requests.resources());
        all.add(refund);
        all.add(refunds);
        resources = Set.copyOf(all);
    }

    public Set<Object> resources() {
        return resources;
    }
}
