package org.bottega.sales.web;

import java.util.HashSet;
import java.util.Set;
import org.bottega.api.spi.LinkPage;
import org.bottega.api.spi.RestResource;
import org.bottega.sales.SalesModule;
import org.bottega.sales.own.web.OwnOperations;
import org.bottega.sales.page.SalesPages;
import org.bottega.sales.refund.web.RefundRest;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** All operations and pages of sales. */
@Component(service = RestResource.class)
public final class SalesRest implements RestResource {

    private final Set<Object> resources = new HashSet<>();
    private final SalesPages pages;

    @Activate
    public SalesRest(
            @Reference ShelfResources shelf,
            @Reference PurchaseResources purchases,
            @Reference RefundRest refunds,
            @Reference OwnOperations own,
            @Reference SalesPages pages) {
        resources.addAll(shelf.all());
        resources.addAll(purchases.all());
        resources.addAll(refunds.resources());
        resources.addAll(own.resources());
        this.pages = pages;
    }

    @Override
    public String module() {
        return SalesModule.ID;
    }

    @Override
    public Set<Object> resources() {
        return Set.copyOf(resources);
    }

    @Override
    public Set<LinkPage> pages() {
        return pages.all();
    }
}
