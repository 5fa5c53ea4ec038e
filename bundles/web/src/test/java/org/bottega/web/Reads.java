package org.bottega.web;

import io.swagger.v3.oas.annotations.Parameter;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.validation.constraints.Min;
import javax.ws.rs.BeanParam;
import javax.ws.rs.DefaultValue;
import javax.ws.rs.GET;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.QueryParam;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.UriInfo;
import org.bottega.api.Problem;
import org.bottega.api.spi.Anonymous;
import org.bottega.api.spi.Permission;
import org.bottega.core.testing.TestPlatform;

/** What the test module tells. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public final class Reads {

    private final TestPlatform platform;

    Reads(TestPlatform platform) {
        this.platform = platform;
    }

    @GET
    @Path("books")
    @Permission("shelf:read")
    public Shelf.Listed list(
            @QueryParam("title") String title,
            @QueryParam("limit") Integer limit,
            @QueryParam("kind") List<Shelf.Kind> kinds,
            @QueryParam("from") Instant from) {
        String caller = platform.callers().current().id();
        List<String> names = kinds.stream().map(Shelf.Kind::name).toList();
        return new Shelf.Listed(title, limit, names, from, caller);
    }

    @GET
    @Path("books/{number}")
    @Permission("shelf:read")
    public Map<String, Object> one(@PathParam("number") int number) {
        if (number == 404) {
            throw Problem.notFound("book", "404");
        }
        return Map.of("number", number);
    }

    /** Filters in one object. */
    public static final class Filter {
        @QueryParam("kind")
        private List<Shelf.Kind> kinds;

        @QueryParam("from")
        private Instant from;

        @QueryParam("limit")
        @DefaultValue("10")
        @Parameter(description = "at most so many")
        private Integer limit;
    }

    @GET
    @Path("filtered")
    @Permission("shelf:read")
    public Shelf.Listed filtered(@BeanParam Filter filter) {
        List<String> names = filter.kinds == null
                ? List.of()
                : filter.kinds.stream().map(Shelf.Kind::name).toList();
        return new Shelf.Listed(null, filter.limit, names, filter.from, null);
    }

    @GET
    @Path("open")
    @Permission("shelf:read")
    public Map<String, List<String>> open(@Context UriInfo uri) {
        return Map.copyOf(uri.getQueryParameters());
    }

    @GET
    @Path("links/{token}")
    @Anonymous
    public Map<String, String> link(@PathParam("token") String token) {
        return Map.of(
                "token", token, "kind", platform.callers().current().kind().name());
    }

    @GET
    @Path("boom")
    @Permission("shelf:read")
    public String boom() {
        throw new IllegalStateException("secret detail of org.bottega.web.Shelf");
    }

    @GET
    @Path("checked")
    @Permission("shelf:read")
    public String checked(@QueryParam("size") @Min(3) Integer size) throws IOException {
        throw new IOException("secret detail");
    }
}
