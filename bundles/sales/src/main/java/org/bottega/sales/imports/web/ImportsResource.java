package org.bottega.sales.imports.web;

import io.swagger.v3.oas.annotations.Operation;
import java.io.InputStream;
import java.net.URI;
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
import org.bottega.sales.imports.Import;
import org.bottega.sales.imports.Imports;
import org.bottega.sales.imports.csv.LineError;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sales/imports}. */
@Component(service = ImportsResource.class)
@Path("imports")
@Produces(MediaType.APPLICATION_JSON)
public final class ImportsResource {

    private static final String PERMISSION = "sales:import";

    private final Imports imports;

    @Activate
    public ImportsResource(@Reference Imports imports) {
        this.imports = imports;
    }

    /** A CSV file with column names in its first line; the answer comes when it is stored. */
    @POST
    @Consumes("text/csv")
    @LargeBody(Imports.MOST_BYTES)
    @Permission(PERMISSION)
    @Operation(operationId = "startImport", summary = "Imports past sales from a CSV file, behind the scenes")
    public Response start(@BeanParam NewImport how, InputStream file) {
        Import job = imports.start(how.order(), file);
        return Response.accepted(ImportView.of(job))
                .location(URI.create("imports/" + job.id()))
                .build();
    }

    @GET
    @Permission(PERMISSION)
    @Operation(operationId = "listImports", summary = "Imports, newest first")
    public Page<ImportView> list(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return imports.list(PageRequest.of(limit, cursor)).map(ImportView::of);
    }

    @GET
    @Path("{import}")
    @Permission(PERMISSION)
    @Operation(operationId = "getImport", summary = "An import: how far it is, and what became of the lines")
    public ImportView get(@PathParam("import") String id) {
        return ImportView.of(imports.get(id));
    }

    @GET
    @Path("{import}/errors")
    @Permission(PERMISSION)
    @Operation(operationId = "listImportErrors", summary = "Lines that were not imported, in the order of the file")
    public Page<LineError> errors(
            @PathParam("import") String id, @QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return imports.errors(id, PageRequest.of(limit, cursor));
    }
}
