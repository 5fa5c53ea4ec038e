package org.bottega.sales.files.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import javax.ws.rs.Consumes;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.HeaderParam;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.bottega.api.Files.StoredFile;
import org.bottega.api.spi.Anonymous;
import org.bottega.api.spi.Download;
import org.bottega.api.spi.InSteps;
import org.bottega.api.spi.LargeBody;
import org.bottega.api.spi.Permission;
import org.bottega.sales.SalesModule;
import org.bottega.sales.files.ProductFiles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code …/sales/products/{product}/file} and {@code …/sales/access/{token}/file}. */
@Component(service = ProductFilesResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class ProductFilesResource {

    private static final long LARGEST = 1L << 30;

    /** A product's file. */
    @Schema(name = "ProductFile")
    public record FileView(
            String name,
            String contentType,
            @Schema(description = "bytes") long length,
            @Schema(description = "of the content, in hexadecimal") String sha256,
            Instant storedAt) {

        static FileView of(StoredFile file) {
            return new FileView(file.name(), file.contentType(), file.length(), file.sha256(), file.storedAt());
        }
    }

    private final ProductFiles files;

    @Activate
    public ProductFilesResource(@Reference ProductFiles files) {
        this.files = files;
    }

    @PUT
    @Path("products/{product}/file")
    @Consumes(MediaType.WILDCARD)
    @LargeBody(LARGEST)
    @InSteps
    @Permission(SalesModule.CATALOG)
    @Operation(
            summary = "Gives a product the file that its buyers may download, in place of the one it had",
            description =
                    "404 product-not-found; 400 content-type-invalid; 413 file-too-large; 409 quota-exceeded, with"
                            + " members quota and used (policy core.files).")
    public FileView putProductFile(
            @PathParam("product") String product,
            @Parameter(description = "name to save it under; absent: the product's name") @QueryParam("name")
                    String name,
            @HeaderParam("Content-Type") String contentType,
            InputStream content) {
        try {
            return FileView.of(files.put(product, name, contentType, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @GET
    @Path("products/{product}/file")
    @Permission(SalesModule.READ)
    @Operation(summary = "What a product's file is", description = "404 product-not-found, file-not-found.")
    public FileView getProductFile(@PathParam("product") String product) {
        return FileView.of(files.show(product));
    }

    @DELETE
    @Path("products/{product}/file")
    @Permission(SalesModule.CATALOG)
    @Operation(summary = "Takes a product's file away", description = "404 product-not-found.")
    public void removeProductFile(@PathParam("product") String product) {
        files.remove(product);
    }

    @GET
    @Path("access/{token}/file")
    @Anonymous
    @Operation(
            summary = "The file of the product that an access link leads to; parts of it by Range",
            description = "410 link-voided when a newer link was sent, access-revoked when access has ended; 404"
                    + " access-not-found, file-not-found.")
    public Download openAccessFile(@PathParam("token") String token) {
        return files.open(token);
    }
}
