package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.Produces;
import javax.ws.rs.core.Response;
import org.bottega.api.spi.Permission;
import org.bottega.api.spi.RestResource;
import org.bottega.web.platform.PlatformResource;
import org.bottega.web.platform.PlatformRest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PlatformOperationsTest {

    private EdgeServer edge;

    @BeforeEach
    void open() throws Exception {
        edge = new EdgeServer();
        edge.publisher().removeResource(edge.platformRest());
        edge.publisher().addResource(new PlatformRest(List.of(new Clocks())));
    }

    @AfterEach
    void close() throws Exception {
        edge.close();
    }

    private HttpRequest.Builder as(String token, String path) {
        return HttpRequest.newBuilder(edge.uri(path)).header("Authorization", "Bearer " + token);
    }

    @Test
    @DisplayName("the platform's operations are below the tenant, for every tenant, under its permissions")
    void served() throws Exception {
        String token = edge.token("core:clock");
        Reply all = edge.send(as(token, "/api/acme/clock"));
        assertEquals(200, all.status(), all.body());
        Reply one = edge.send(as(token, "/api/acme/clock/x"));
        assertEquals("x", one.json().path("id").asText(), one.body());
        edge.send(as(token, "/api/acme/clock/x/y")).isProblem(404, "path-not-found");
        edge.send(as(token, "/api/acme/clocks")).isProblem(404, "module-not-enabled");
        edge.send(as(token, "/api/acme/users")).isProblem(404, "path-not-found");
        edge.send(as(token, "/api/globex/clock")).isProblem(401, "token-invalid");
        edge.send(HttpRequest.newBuilder(edge.uri("/api/globex/clock"))).isProblem(401, "token-missing");
        edge.send(edge.request("/api/acme/clock")).isProblem(403, "permission-missing");
    }

    @Test
    @DisplayName("there is no way in under the platform's own id")
    void noCore() throws Exception {
        String token = edge.token("core:clock");
        for (String path : new String[] {"core", "core/", "core/clock", "core/core", "Clock", "clock%2Fx"}) {
            Reply reply = edge.send(as(token, "/api/acme/" + path));
            assertTrue(reply.status() == 404 || reply.status() == 400, path + " " + reply.body());
        }
        edge.send(as(token, "/api/acme/core/clock")).isProblem(404, "module-not-enabled");
    }

    @Test
    @DisplayName("changes go the modules' way: body, key, address of what was made")
    void changes() throws Exception {
        String token = edge.token("core:clock");
        HttpRequest.Builder post = as(token, "/api/acme/clock")
                .header("Idempotency-Key", "k1")
                .POST(BodyPublishers.ofString("{\"id\":\"new\"}"));
        Reply made = edge.send(post);
        assertEquals(201, made.status(), made.body());
        assertEquals("/api/acme/clock/new", made.header("Location"));
        assertEquals("true", edge.send(post).header("Idempotency-Replayed"));
        edge.send(as(token, "/api/acme/clock").POST(BodyPublishers.ofString("{\"no\":1}")))
                .isProblem(400, "field-unknown");
    }

    @Test
    @DisplayName("they are in every tenant's document, by their own names")
    void document() throws Exception {
        JsonNode document = edge.send(HttpRequest.newBuilder(edge.uri("/api/globex/openapi.json")))
                .json();
        JsonNode one = document.path("paths").path("/api/globex/clock/{id}").path("get");
        assertEquals("core.oneClock", one.path("operationId").asText(), document.toString());
        assertEquals("core:clock", one.path("x-permission").asText());
    }

    @Test
    @DisplayName("a module cannot take the platform's names, and a resource of the platform has one of them")
    void reserved() {
        int before = edge.publisher().served().size();
        for (String name : Set.of("core", "auth", "users", "audit")) {
            edge.publisher().addResource(new Usurper(name));
        }
        assertEquals(before, edge.publisher().served().size());
        edge.publisher().addResource(new Usurper("honest"));
        assertEquals(before + 1, edge.publisher().served().size());
        assertThrows(IllegalArgumentException.class, () -> new PlatformRest(List.of(new Elsewhere())));
        assertFalse(PlatformRest.isOwn("core") || PlatformRest.isOwn("auth") || PlatformRest.isOwn("sales"));
    }

    /** A module of any name. */
    record Usurper(String module) implements RestResource {
        @Override
        public Set<Object> resources() {
            return Set.of(new Clocks());
        }
    }

    /** At a path that is no platform's. */
    @Path("elsewhere")
    static final class Elsewhere implements PlatformResource {}

    /** What is made. */
    public record Made(String id) {}

    /** Some operations. */
    @Path("clock")
    @Produces("application/json")
    public static final class Clocks implements PlatformResource {
        @GET
        @Permission("core:clock")
        public Map<String, String> allClocks() {
            return Map.of();
        }

        @GET
        @Path("{id}")
        @Permission("core:clock")
        public Map<String, String> oneClock(@PathParam("id") String id) {
            return Map.of("id", id);
        }

        @POST
        @Permission("core:clock")
        public Response addClock(Made made) {
            return Response.created(URI.create("clock/" + made.id()))
                    .entity(made)
                    .build();
        }
    }
}
