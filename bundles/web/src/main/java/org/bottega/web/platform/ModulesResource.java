package org.bottega.web.platform;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.validation.Valid;
import javax.validation.constraints.NotNull;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.MediaType;
import org.bottega.api.Problem;
import org.bottega.api.platform.ModuleDesk;
import org.bottega.api.platform.ModuleDesk.Change;
import org.bottega.api.platform.ModuleDesk.Plan;
import org.bottega.api.platform.Modules;
import org.bottega.api.platform.Modules.Status;
import org.bottega.api.spi.Impact;
import org.bottega.api.spi.InSteps;
import org.bottega.api.spi.Permission;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/modules}. */
@Component(service = PlatformResource.class)
@Path("modules")
@Produces(MediaType.APPLICATION_JSON)
public final class ModulesResource implements PlatformResource {

    /** How a module is to be. */
    @Schema(name = "ModuleSwitch")
    public record ModuleSwitch(
            @NotNull @Schema(description = "whether it is to be on") Boolean on,
            @Schema(description = "true: only tell what would change") Boolean dryRun) {}

    /** What a switch would change. */
    @Schema(name = "ModulePlan")
    public record PlanView(
            @Schema(description = "code of what it would be refused with, or null") String refusal,
            @Schema(description = "the refusal in words") String detail,
            @Schema(description = "modules that must be on first, in this order") List<String> missing,
            @Schema(description = "modules that are on and must be off first") List<String> requiredBy,
            @Schema(description = "permissions that come") Set<String> permissionsGained,
            @Schema(description = "permissions that go") Set<String> permissionsLost,
            @Schema(description = "its policies") Set<String> policies,
            @Schema(description = "what is kept, runs or is at stake there") List<Impact> impact) {

        static PlanView of(Plan plan) {
            return new PlanView(
                    plan.refusal(),
                    plan.detail(),
                    plan.missing(),
                    plan.requiredBy(),
                    plan.permissionsGained(),
                    plan.permissionsLost(),
                    plan.policies(),
                    plan.impact());
        }
    }

    /** A module as the marketplace has it. */
    @Schema(name = "Module")
    public record ModuleView(
            String id,
            String title,
            @Schema(description = "null while it is away") String version,
            boolean deployed,
            boolean on,
            @Schema(description = "whether it can be switched here; else the operator does") boolean allowed,
            @Schema(description = "modules that must be on before it") Set<String> requires,
            @Schema(description = "of a dry run only") PlanView plan) {

        static ModuleView of(Status status, PlanView plan) {
            return new ModuleView(
                    status.id(),
                    status.title(),
                    status.version(),
                    status.deployed(),
                    status.on(),
                    status.allowed(),
                    new TreeSet<>(status.requires()),
                    plan);
        }
    }

    /** All modules. */
    @Schema(name = "Modules")
    public record ModuleViews(List<ModuleView> items) {}

    private final Modules modules;
    private final ModuleDesk desk;

    @Activate
    public ModulesResource(@Reference Modules modules, @Reference ModuleDesk desk) {
        this.modules = modules;
        this.desk = desk;
    }

    @GET
    @Permission("core:modules")
    @Operation(summary = "The modules there are, and which the marketplace has on")
    public ModuleViews listModules() {
        return new ModuleViews(modules.list().stream()
                .map(status -> ModuleView.of(status, null))
                .toList());
    }

    @GET
    @Path("{module}")
    @Permission("core:modules")
    @Operation(summary = "A module", description = "404 module-not-found.")
    public ModuleView getModule(@PathParam("module") String module) {
        return ModuleView.of(status(module), null);
    }

    @PUT
    @Path("{module}")
    @Consumes(MediaType.APPLICATION_JSON)
    @InSteps
    @Permission("core:modules")
    @Operation(
            summary = "Switches a module on or off, or tells what that would change",
            description = "Doing it twice is fine. 403 module-not-allowed, seller-confined; 404 module-not-found,"
                    + " module-not-deployed; 409 module-requires, module-required, module-not-on-all-nodes,"
                    + " modules-busy; 422 module-enable-failed: nothing is changed.")
    public ModuleView switchModule(@PathParam("module") String module, @NotNull @Valid ModuleSwitch body) {
        status(module);
        if (Boolean.TRUE.equals(body.dryRun())) {
            Plan plan = desk.plan(module, body.on() ? Change.ENABLE : Change.DISABLE);
            return ModuleView.of(status(module), PlanView.of(plan));
        }
        if (body.on()) {
            modules.enable(module);
        } else {
            modules.disable(module);
        }
        return ModuleView.of(status(module), null);
    }

    private Status status(String module) {
        return modules.list().stream()
                .filter(status -> status.id().equals(module))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("module", module));
    }
}
