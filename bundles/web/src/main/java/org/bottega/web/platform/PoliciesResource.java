package org.bottega.web.platform;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.validation.constraints.NotNull;
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
import javax.ws.rs.core.Response;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.platform.PolicyDesk;
import org.bottega.api.platform.PolicyDesk.Setting;
import org.bottega.api.spi.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/policies}. */
@Component(service = PlatformResource.class)
@Path("policies")
@Produces(MediaType.APPLICATION_JSON)
public final class PoliciesResource implements PlatformResource {

    /** What is to be set. */
    @Schema(name = "PolicyChange")
    public record PolicyChange(
            @NotNull
                    @Schema(
                            description = "values by name; one that is null is taken back, those not named stay",
                            example = "{\"maxAgeDays\":40}")
                    Map<String, Object> values) {}

    /** One value. */
    @Schema(name = "PolicyValue")
    public record ValueView(
            String name,
            @Schema(description = "what it means, with unit and range") String meaning,
            @Schema(description = "what can be written") String expects,
            @Schema(description = "what it is until somebody sets it") Object initial,
            @Schema(description = "what it is now") Object value,
            @Schema(description = "whether it is set here") boolean set) {

        static ValueView of(PolicyDesk.Value value) {
            return new ValueView(
                    value.name(), value.meaning(), value.expects(), value.initial(), value.value(), value.set());
        }
    }

    /** A policy. */
    @Schema(name = "Policy")
    public record PolicyView(
            @Schema(example = "sales.emailChange") String id,
            String module,
            @Schema(description = "whether products may differ") boolean perProduct,
            @Schema(description = "the product it is shown for, or null") String product,
            @Schema(description = "counts its changes; what If-Match wants") long version,
            Instant changedAt,
            @Schema(description = "kind and id of who changed it") String changedBy,
            List<ValueView> values) {

        static PolicyView of(Setting setting) {
            return new PolicyView(
                    setting.id(),
                    setting.module(),
                    setting.perProduct(),
                    setting.product(),
                    setting.version(),
                    setting.changedAt(),
                    setting.changedBy(),
                    setting.values().stream().map(ValueView::of).toList());
        }
    }

    /** A change. */
    @Schema(name = "PolicyVersion")
    public record VersionView(
            long version,
            @Schema(description = "all that was set after it") Map<String, Object> values,
            Instant changedAt,
            String changedBy) {}

    /** All policies. */
    @Schema(name = "Policies")
    public record PolicyList(List<PolicyView> items) {}

    private static final String PRODUCT = "id of a product, where products may differ";
    private static final String SEEN = "the version that was seen; absent: whatever it is";

    private final PolicyDesk desk;

    @Activate
    public PoliciesResource(@Reference PolicyDesk desk) {
        this.desk = desk;
    }

    @GET
    @Permission("core:policies")
    @Operation(summary = "The marketplace's policies, by id", description = "Of the modules that are deployed.")
    public PolicyList listPolicies() {
        return new PolicyList(desk.list().stream().map(PolicyView::of).toList());
    }

    @GET
    @Path("{policy}")
    @Permission("core:policies")
    @Operation(
            summary = "A policy, of the marketplace or of one product",
            description = "ETag is its version. 400 policy-not-per-product, product-invalid; 404 policy-not-found.")
    public Response getPolicy(
            @PathParam("policy") String policy,
            @Parameter(description = PRODUCT) @QueryParam("product") String product) {
        return tagged(desk.show(policy, product));
    }

    @PUT
    @Path("{policy}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Permission("core:policies")
    @Operation(
            summary = "Sets values of a policy",
            description =
                    "400 field-unknown, policy-value-invalid, policy-not-per-product, product-invalid, or the policy's"
                            + " own code, naming each wrong value; 403 seller-confined; 404 policy-not-found; 409 policy-changed when"
                            + " If-Match is not its version.")
    public Response setPolicy(
            @PathParam("policy") String policy,
            @Parameter(description = PRODUCT) @QueryParam("product") String product,
            @Parameter(description = SEEN) @HeaderParam("If-Match") String version,
            @NotNull @javax.validation.Valid PolicyChange body) {
        return tagged(desk.set(policy, product, body.values(), expected(version)));
    }

    @DELETE
    @Path("{policy}")
    @Permission("core:policies")
    @Operation(
            summary = "Takes back all that is set of a policy",
            description = "It is as at first then; its version goes on. 403 seller-confined; 404 policy-not-found;"
                    + " 409 policy-changed.")
    public Response resetPolicy(
            @PathParam("policy") String policy,
            @Parameter(description = PRODUCT) @QueryParam("product") String product,
            @Parameter(description = SEEN) @HeaderParam("If-Match") String version) {
        return tagged(desk.reset(policy, product, expected(version)));
    }

    @GET
    @Path("{policy}/versions")
    @Permission("core:policies")
    @Operation(summary = "All changes of a policy, the newest first", description = "404 policy-not-found.")
    public Page<VersionView> listPolicyVersions(
            @PathParam("policy") String policy,
            @Parameter(description = PRODUCT) @QueryParam("product") String product,
            @QueryParam("limit") Integer limit,
            @QueryParam("cursor") String cursor) {
        return desk.versions(policy, product, PageRequest.of(limit, cursor))
                .map(v -> new VersionView(v.version(), v.values(), v.changedAt(), v.changedBy()));
    }

    private static Response tagged(Setting setting) {
        return Response.ok(PolicyView.of(setting))
                .header("ETag", "\"" + setting.version() + "\"")
                .build();
    }

    /** A version as a header has it, with quotes or without; null when it is absent or any. */
    private static Long expected(String header) {
        if (header == null || header.strip().equals("*")) {
            return null;
        }
        String text = header.strip().replaceAll("^\"|\"$", "");
        if (!text.matches("[0-9]{1,18}")) {
            throw Problem.invalid("version-invalid", "If-Match", "the version of the policy that was seen");
        }
        return Long.parseLong(text);
    }
}
