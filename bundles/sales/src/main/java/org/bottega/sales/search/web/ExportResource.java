package org.bottega.sales.search.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import javax.ws.rs.BeanParam;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import org.bottega.api.spi.Download;
import org.bottega.api.spi.Permission;
import org.bottega.sales.SalesModule;
import org.bottega.sales.search.PurchaseExport;
import org.bottega.sales.search.Search;
import org.bottega.sales.web.PurchaseQuery;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sales/purchases.csv}. */
@Component(service = ExportResource.class)
@Path("/")
public final class ExportResource {

    private static final String TYPE = "text/csv;charset=UTF-8";

    private final PurchaseExport export;

    @Activate
    public ExportResource(@Reference PurchaseExport export) {
        this.export = export;
    }

    @GET
    @Path("purchases.csv")
    @Produces("text/csv")
    @Permission(SalesModule.READ)
    @Operation(
            summary = "All purchases found, as CSV",
            description = "Filters as the list's. RFC 4180, UTF-8; amounts decimal and in minor units; a text that a"
                    + " spreadsheet would take for a formula begins with an apostrophe, which the import takes away."
                    + " Import it with map.transaction=transaction, map.purchasedAt=purchasedAt, map.amount=amount,"
                    + " map.buyerEmail=buyerEmail, map.buyerName=buyerName, one currency at a time.")
    public Download exportPurchases(
            @BeanParam PurchaseQuery query,
            @Parameter(description = "-purchasedAt, which is the default, purchasedAt or -amount") @QueryParam("sort")
                    String sort,
            @Parameter(description = "true: begin with a byte order mark") @QueryParam("bom") @DefaultValue("false")
                    boolean bom) {
        Search search = query.search(sort);
        return Download.whole(TYPE, "purchases.csv", (out, from, to) -> export.write(search, bom, out));
    }
}
