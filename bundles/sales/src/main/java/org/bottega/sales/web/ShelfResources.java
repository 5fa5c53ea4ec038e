package org.bottega.sales.web;

import java.util.Set;
import org.bottega.sales.catalog.web.CatalogChangesResource;
import org.bottega.sales.coupon.web.CouponsResource;
import org.bottega.sales.files.web.ProductFilesResource;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The operations of products, offers and coupons. */
@Component(service = ShelfResources.class)
public final class ShelfResources {

    private final Set<Object> all;

    @Activate
    public ShelfResources(
            @Reference CatalogResource catalog,
            @Reference CatalogChangesResource changes,
            @Reference CouponsResource coupons,
            @Reference ProductFilesResource files) {
        all = Set.of(catalog, changes, coupons, files);
    }

    Set<Object> all() {
        return all;
    }
}
