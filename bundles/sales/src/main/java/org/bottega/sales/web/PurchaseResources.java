package org.bottega.sales.web;

import java.util.HashSet;
import java.util.Set;
import org.bottega.sales.imports.web.ImportsResource;
import org.bottega.sales.payment.web.PaymentOperations;
import org.bottega.sales.resend.web.ResendResource;
import org.bottega.sales.search.web.ExportResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The operations of purchases and of the access they give. */
@Component(service = PurchaseResources.class)
public final class PurchaseResources {

    private final Set<Object> all = new HashSet<>();

    @Activate
    public PurchaseResources(
            @Reference PurchasesResource purchases,
            @Reference ExportResource export,
            @Reference ResendResource resend,
            @Reference ImportsResource imports,
            @Reference PaymentOperations payments) {
        all.addAll(Set.of(purchases, export, resend, imports));
        all.addAll(payments.resources());
    }

    Set<Object> all() {
        return Set.copyOf(all);
    }
}
