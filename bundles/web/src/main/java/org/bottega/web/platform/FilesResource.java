package org.bottega.web.platform;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import javax.ws.rs.DELETE;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.platform.FileDesk;
import org.bottega.api.spi.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/files}. */
@Component(service = PlatformResource.class)
@Path("files")
@Produces(MediaType.APPLICATION_JSON)
public final class FilesResource implements PlatformResource {

    /** A file. */
    @Schema(name = "File")
    public record FileView(
            String file,
            @Schema(description = "the module whose it is") String module,
            String name,
            String contentType,
            @Schema(description = "bytes") long length,
            @Schema(description = "of the content, in hexadecimal") String sha256,
            Instant storedAt) {

        static FileView of(FileDesk.Line line) {
            return new FileView(
                    line.file().id(),
                    line.module(),
                    line.file().name(),
                    line.file().contentType(),
                    line.file().length(),
                    line.file().sha256(),
                    line.file().storedAt());
        }
    }

    /** A page of files, and what all files take. */
    @Schema(name = "FilePage")
    public record FilePage(
            List<FileView> items,
            @Schema(description = "continues the list; null on the last page") String next,
            @Schema(description = "bytes of all files") long used,
            @Schema(description = "most bytes of all files") long quota,
            @Schema(description = "most bytes of one file") long maxFile) {}

    private final FileDesk files;

    @Activate
    public FilesResource(@Reference FileDesk files) {
        this.files = files;
    }

    @GET
    @Permission("core:files")
    @Operation(
            summary = "Files of the tenant, newest first, and what they take of the quota",
            description = "Errors: cursor-invalid, limit-out-of-range (400), seller-confined (403).")
    public FilePage listFiles(
            @Parameter(description = "of one module only") @QueryParam("module") String module,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        Page<FileView> page = files.list(module, PageRequest.of(limit, cursor)).map(FileView::of);
        FileDesk.Usage usage = files.usage();
        return new FilePage(page.items(), page.next(), usage.used(), usage.quota(), usage.maxFile());
    }

    @DELETE
    @Path("{file}")
    @Permission("core:files")
    @Operation(
            summary = "Removes a file for good, whoever refers to it",
            description = "Errors: file-not-found (404), seller-confined (403).")
    public void removeFile(@PathParam("file") String file) {
        files.remove(file);
    }
}
