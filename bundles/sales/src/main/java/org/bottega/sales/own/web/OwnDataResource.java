package org.bottega.sales.own.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.bottega.api.spi.Permission;
import org.bottega.sales.SalesModule;
import org.bottega.sales.own.OwnData;
import org.bottega.sales.own.OwnData.Data;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/sales/my/data}, and the tax id that only staff changes. */
@Component(service = OwnDataResource.class)
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class OwnDataResource {

    /** Personal data as the buyer writes it. */
    @Schema(name = "NewOwnData")
    public record NewData(
            @NotBlank @Size(max = 200) String name,
            @Schema(description = "absent: stays as it is; once on file only staff changes it (ACC-12)") String taxId) {

        @Override
        public String toString() {
            return "NewData[]";
        }
    }

    /** Personal data on file. */
    @Schema(name = "OwnData")
    public record DataView(String email, String name, String taxId) {
        static DataView of(Data data) {
            return new DataView(data.email(), data.name(), data.taxId());
        }
    }

    /** A tax id, or none. */
    @Schema(name = "NewTaxId")
    public record NewTaxId(@Schema(description = "null takes it off the file") String taxId) {

        @Override
        public String toString() {
            return "NewTaxId[]";
        }
    }

    private final OwnData data;

    @Activate
    public OwnDataResource(@Reference OwnData data) {
        this.data = data;
    }

    @GET
    @Path("my/data")
    @Permission(SalesModule.OWN)
    @Operation(summary = "The buyer's personal data", description = "403 buyers-only.")
    public DataView getOwnData() {
        return DataView.of(data.get());
    }

    @PUT
    @Path("my/data")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.OWN)
    @Operation(
            summary = "Puts the buyer's name and tax id on file",
            description = "ACC-11, ACC-12. 400 field-invalid, tax-id-invalid; 403 buyers-only; 409 tax-id-fixed,"
                    + " tax-id-taken.")
    public DataView putOwnData(@NotNull @Valid NewData body) {
        return DataView.of(data.put(body.name(), body.taxId()));
    }

    @PUT
    @Path("purchases/{transaction}/buyer-tax-id")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission(SalesModule.EMAIL)
    @Operation(
            summary = "Puts the tax id of a purchase's buyer on file, by the marketplace's own staff",
            description = "ACC-11, ACC-12. 204. 400 tax-id-invalid; 403 tenant-staff-only; 404 purchase-not-found; 409"
                    + " tax-id-taken.")
    public void putBuyerTaxId(@PathParam("transaction") String transaction, @NotNull NewTaxId body) {
        data.file(transaction, body.taxId());
    }
}
