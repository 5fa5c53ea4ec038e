package org.bottega.hello.web;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Set;
import javax.validation.Valid;
import javax.validation.constraints.NotBlank;
import javax.validation.constraints.NotNull;
import javax.validation.constraints.Size;
import javax.ws.rs.Consumes;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.spi.Permission;
import org.bottega.api.spi.RestResource;
import org.bottega.hello.Hello;
import org.bottega.hello.HelloModule;
import org.bottega.hello.store.Greeting;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** {@code /api/{tenant}/hello/greetings}. */
@Component(service = RestResource.class)
@Path("greetings")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public final class HelloRest implements RestResource {

    /** Whom to greet. */
    public record NewGreeting(@NotBlank @Size(max = 100) String name) {}

    /** A greeting; {@code heardAt} is absent until its event was delivered. */
    public record GreetingView(String id, String text, Instant greetedAt, Instant heardAt) {
        static GreetingView of(Greeting greeting) {
            return new GreetingView(
                    greeting.id(), "Hello, " + greeting.name() + "!", greeting.greetedAt(), greeting.heardAt());
        }
    }

    private final Hello hello;

    @Activate
    public HelloRest(@Reference Hello hello) {
        this.hello = hello;
    }

    @Override
    public String module() {
        return HelloModule.ID;
    }

    @Override
    public Set<Object> resources() {
        return Set.of(this);
    }

    @GET
    @Permission(HelloModule.READ)
    @Operation(summary = "Greetings, newest first")
    public Page<GreetingView> listGreetings(@QueryParam("limit") Integer limit, @QueryParam("cursor") String cursor) {
        return hello.list(PageRequest.of(limit, cursor)).map(GreetingView::of);
    }

    @POST
    @Permission(HelloModule.WRITE)
    @Operation(summary = "Greets somebody")
    public Response greet(@NotNull @Valid NewGreeting greeting) {
        return Response.status(Response.Status.CREATED)
                .entity(GreetingView.of(hello.greet(greeting.name())))
                .build();
    }
}
