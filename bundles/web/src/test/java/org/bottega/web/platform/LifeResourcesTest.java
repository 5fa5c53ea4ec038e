package org.bottega.web.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Set;
import org.bottega.api.Problem;
import org.bottega.api.spi.BusinessModule;
import org.bottega.api.spi.Meaning;
import org.bottega.api.spi.ModuleInfo;
import org.bottega.api.spi.PolicyType;
import org.bottega.core.testing.TestPlatform;
import org.bottega.web.EdgeServer;
import org.bottega.web.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Policies and modules over REST")
class LifeResourcesTest {

    /** How long to wait. */
    public record Waiting(@Meaning("Days, 1 to 60") int days, @Meaning("What is said meanwhile") String words) {
        public Waiting {
            if (days < 1 || days > 60) {
                throw Problem.invalid("days-out-of-range", "days", "from 1 to 60");
            }
        }
    }

    private static final PolicyType<Waiting> TYPE =
            new PolicyType<>("tills.waiting", Waiting.class, new Waiting(40, "soon"), true);

    private static EdgeServer edge;
    private static TestPlatform platform;
    private static String acme;
    private static String globex;

    @BeforeAll
    static void open() throws Exception {
        edge = new EdgeServer();
        platform = edge.platform();
        ModuleInfo tills =
                new ModuleInfo("tills", "Tills", "1.0.0", Set.of(), Set.of("tills:read"), Set.of(), List.of(TYPE));
        ModuleInfo drawers = new ModuleInfo("drawers", "Drawers", "1.0.0", Set.of("tills"), Set.of("drawers:read"));
        for (ModuleInfo info : List.of(tills, drawers)) {
            BusinessModule module = () -> info;
            platform.module(module);
        }
        acme = token("acme", "core:policies", "core:modules");
        globex = token("globex", "core:policies", "core:modules");
    }

    @AfterAll
    static void close() throws Exception {
        edge.close();
    }

    private static String token(String tenant, String... permissions) {
        var made = platform.as(tenant, () -> platform.core().clients().create("test", null, Set.of(permissions)));
        return platform.core()
                .tokens()
                .issue(tenant, made.client().id(), made.secret(), Set.of())
                .orElseThrow()
                .token();
    }

    private static HttpRequest.Builder at(String tenant, String token, String path) {
        return HttpRequest.newBuilder(edge.uri("/api/" + tenant + "/" + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private static Reply get(String path) throws Exception {
        return edge.send(at("acme", acme, path).GET());
    }

    private static Reply put(String path, String body, String... headers) throws Exception {
        HttpRequest.Builder request = at("acme", acme, path).PUT(BodyPublishers.ofString(body));
        return edge.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static JsonNode value(Reply reply, String name) {
        for (JsonNode value : reply.json().path("values")) {
            if (value.path("name").asText().equals(name)) {
                return value;
            }
        }
        throw new AssertionError(reply.body());
    }

    @Test
    @DisplayName("a policy is read, set under its version, told apart by product and marketplace, and set back")
    void policies() throws Exception {
        assertTrue(get("policies").json().path("items").findValuesAsText("id").contains("tills.waiting"));
        Reply first = get("policies/tills.waiting");
        assertEquals("\"0\"", first.header("ETag"));
        assertEquals("Days, 1 to 60", value(first, "days").path("meaning").asText());
        Reply set = put("policies/tills.waiting", "{\"values\":{\"days\":5}}", "If-Match", first.header("ETag"));
        assertEquals(200, set.status(), set.body());
        assertEquals("\"1\"", set.header("ETag"));
        assertEquals(5, value(set, "days").path("value").asInt());
        assertEquals(40, value(set, "days").path("initial").asInt());
        Reply late = put("policies/tills.waiting", "{\"values\":{\"days\":6}}", "If-Match", "0");
        late.isProblem(409, "policy-changed");
        assertEquals(1, late.json().path("version").asInt());
        put("policies/tills.waiting?product=P1", "{\"values\":{\"words\":\"later\"}}");
        assertEquals(
                "later",
                value(get("policies/tills.waiting?product=P1"), "words")
                        .path("value")
                        .asText());
        assertEquals(
                "soon",
                value(get("policies/tills.waiting"), "words").path("value").asText());
        Reply other = edge.send(at("globex", globex, "policies/tills.waiting").GET());
        assertEquals(40, value(other, "days").path("value").asInt());
        edge.send(at("globex", acme, "policies/tills.waiting").GET()).isProblem(401, "token-invalid");
        Reply back = edge.send(at("acme", acme, "policies/tills.waiting").DELETE());
        assertEquals("\"2\"", back.header("ETag"));
        assertEquals(40, value(back, "days").path("value").asInt());
        JsonNode versions = get("policies/tills.waiting/versions?limit=1").json();
        assertEquals(2, versions.path("items").get(0).path("version").asInt());
        JsonNode older = get("policies/tills.waiting/versions?limit=1&cursor="
                        + versions.path("next").asText())
                .json();
        assertEquals(5, older.path("items").get(0).path("values").path("days").asInt());
    }

    @Test
    @DisplayName("what is wrong with a policy is named")
    void wrongPolicies() throws Exception {
        assertEquals(
                List.of("days"),
                put("policies/tills.waiting", "{\"values\":{\"days\":\"5\"}}")
                        .isProblem(400, "policy-value-invalid")
                        .fields());
        put("policies/tills.waiting", "{\"values\":{\"days\":61}}").isProblem(400, "days-out-of-range");
        put("policies/tills.waiting", "{\"values\":{\"hours\":1}}").isProblem(400, "field-unknown");
        put("policies/tills.waiting", "{}").isProblem(400, "field-invalid");
        put("policies/tills.waiting", "{\"values\":{}}", "If-Match", "new").isProblem(400, "version-invalid");
        get("policies/tills.ghost").isProblem(404, "policy-not-found");
        get("policies/tills.waiting?product=%20").isProblem(400, "product-invalid");
        String none = token("acme", "core:modules");
        edge.send(at("acme", none, "policies").GET()).isProblem(403, "permission-missing");
    }

    @Test
    @DisplayName("a module is switched as far as the operator allows; a dry run only tells")
    void modules() throws Exception {
        assertFalse(get("modules/tills").json().path("on").asBoolean());
        put("modules/tills", "{\"on\":true}").isProblem(403, "module-not-allowed");
        platform.as("acme", () -> {
            platform.core().moduleDesk().allow("tills");
            platform.core().moduleDesk().allow("drawers");
        });
        JsonNode plan =
                put("modules/drawers", "{\"on\":true,\"dryRun\":true}").json().path("plan");
        assertEquals("module-requires", plan.path("refusal").asText());
        assertEquals("tills", plan.path("missing").get(0).asText());
        put("modules/drawers", "{\"on\":true}").isProblem(409, "module-requires");
        assertTrue(put("modules/tills", "{\"on\":true}").json().path("on").asBoolean());
        assertTrue(put("modules/drawers", "{\"on\":true}").json().path("on").asBoolean());
        JsonNode off = put("modules/tills", "{\"on\":false,\"dryRun\":true}").json();
        assertTrue(off.path("on").asBoolean());
        assertEquals("drawers", off.path("plan").path("requiredBy").get(0).asText());
        put("modules/tills", "{\"on\":false}").isProblem(409, "module-required");
        assertFalse(put("modules/drawers", "{\"on\":false}").json().path("on").asBoolean());
        assertFalse(platform.modules().isOn("globex", "tills"));
        put("modules/ghosts", "{\"on\":true}").isProblem(404, "module-not-found");
        put("modules/tills", "{}").isProblem(400, "field-invalid");
        get("modules/ghosts").isProblem(404, "module-not-found");
        assertTrue(get("modules").json().path("items").size() >= 3);
    }
}
