package org.bottega.sales;

import org.bottega.core.testing.TestPlatform;
import org.bottega.persistence.Store;
import org.bottega.sales.bundle.Bundles;
import org.bottega.sales.catalog.CatalogChanges;
import org.bottega.sales.catalog.Shelf;
import org.bottega.sales.coupon.CouponUses;
import org.bottega.sales.coupon.Coupons;
import org.bottega.sales.coupon.store.CouponTables;
import org.bottega.sales.resend.BulkResend;
import org.bottega.sales.resend.store.ResendRows;
import org.bottega.sales.search.PurchaseExport;
import org.bottega.sales.search.Searcher;
import org.bottega.sales.store.PersonRows;
import org.bottega.sales.store.Purge;
import org.bottega.sales.store.SalesStore;
import org.bottega.sales.store.Stakes;

/** What a shop needs to offer things. */
public final class Stock {

    public final Catalog catalog;
    public final CatalogChanges changes;
    public final Coupons coupons;
    public final PurchaseList purchases;
    public final PurchaseExport export;
    BulkResend bulk;
    final CouponUses uses;
    final Shelf shelf;

    /** Makes sending access of many possible. */
    void resendBy(Platform services, Store unit, Letters letters) {
        bulk = new BulkResend(services, new ResendRows(unit), purchases, letters);
    }

    /** The module itself. */
    static SalesModule module(Store unit) {
        return new SalesModule("1.0.0", new Purge(unit), new Stakes(unit), new PersonRows(unit));
    }

    Stock(Platform services, SalesStore store, Store unit, TestPlatform platform) {
        CouponTables tables = new CouponTables(unit);
        uses = new CouponUses(services, tables);
        Bundles bundles = new Bundles(services, store);
        shelf = new Shelf(store, bundles, uses);
        catalog = new Catalog(services, store, platform.sellers(), platform.modules(), bundles);
        changes = new CatalogChanges(services, store, bundles);
        purchases = new PurchaseList(services, store, new Searcher(unit, services));
        export = new PurchaseExport(purchases);
        coupons = new Coupons(services, store, tables, platform.sellers(), shelf);
    }
}
