package org.bottega.sales.imports.web;

import io.swagger.v3.oas.annotations.Operation;
import java.io.InputStream;
import javax.ws.rs.BeanParam;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.spi.LargeBody;
import org.bottega.api.spi.Permission;
import org.bottega.sales.SalesModule;
import org.bottega.sales.imports.Import;
import org.bottega.sales.imports.Imports;
import org.bottega.sales.imports.csv.LineError;
import org.bottega.sales.web.Addresses;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sales/imports}. */
@Component(service = ImportsResource.class)
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportsResource {

    private final Imports imports;
    private final Addresses addresses;

    @Activate
    public ImportsResource(@Reference Imports imports, @Reference Addresses addresses) {
        this.imports = imports;
        this.addresses = addresses;
    }

    /** A CSV file with column names in its first line; the answer comes when it is stored. */
    @POST
    @Consumes("text/csv")
    @LargeBody(Imports.MOST_BYTES)
    @Permission(SalesModule.IMPORT)
    @Operation(
            summary = "Imports past sales from a CSV file, behind the scenes",
            description =
                    "D30. The body is the file: RFC 4180 with commas, UTF-8, names of columns in its first line; the"
                            + " parameters map.… say which column is what. Buyers' addresses stand in the column"
                            + " map.buyerEmail, or are made of map.buyer by the template buyerEmail. What was imported"
                            + " before is passed over. 202 when the file is stored; GET imports/{import} tells how far"
                            + " it is. 400 header-unreadable, mapping-invalid, field-missing, zone-unknown,"
                            + " status-not-importable, replay-impossible; 404 seller-not-found, product-not-found; 409"
                            + " imports-open; 413 body-too-large.")
    public Response startImport(@BeanParam NewImport how, InputStream file) {
        Import job = imports.start(how.order(), file);
        return Response.accepted(ImportView.of(job))
                .location(addresses.of("imports", job.id()))
                .build();
    }

    @GET
    @Permission(SalesModule.IMPORT)
    @Operation(summary = "Imports, newest first")
    public Page<ImportView> listImports(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return imports.list(PageRequest.of(limit, cursor)).map(ImportView::of);
    }

    @GET
    @Path("{import}")
    @Permission(SalesModule.IMPORT)
    @Operation(summary = "An import: how far it is, and what became of the lines")
    public ImportView getImport(@PathParam("import") String id) {
        return ImportView.of(imports.get(id));
    }

    @GET
    @Path("{import}/errors")
    @Permission(SalesModule.IMPORT)
    @Operation(summary = "Lines that were not imported, in the order of the file")
    public Page<LineError> listImportErrors(
            @PathParam("import") String id, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return imports.errors(id, PageRequest.of(limit, cursor));
    }
}
