package org.bottega.itests.hot.inside;

import java.util.HashSet;
import java.util.Set;
import org.bottega.api.spi.LinkPage;
import org.bottega.api.spi.RestResource;
import org.bottega.sales.web.SalesRest;

/** All operations of sales 1.1: those of 1.0, and one more resource. */
public final class RenewedSales implements RestResource {

    private final SalesRest before;
    private final Origins origins;

    public RenewedSales(SalesRest before, Origins origins) {
        this.before = before;
        this.origins = origins;
    }

    @Override
    public String module() {
        return before.module();
    }

    @Override
    public Set<Object> resources() {
        Set<Object> all = new HashSet<>(before.resources());
        all.add(origins);
        return all;
    }

    @Override
    public Set<LinkPage> pages() {
        return before.pages();
    }
}
