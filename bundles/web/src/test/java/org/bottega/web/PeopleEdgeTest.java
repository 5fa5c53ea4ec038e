package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PeopleEdgeTest extends PeopleBase {

    private static String admin;
    private static String annas;

    @BeforeAll
    static void people() throws Exception {
        staff("acme", "admin@example.com", "administrator", null);
        staff("acme", "anna@example.com", "administrator", "anna");
        admin = access(login("acme", "admin@example.com", PASSWORD));
        annas = access(login("acme", "anna@example.com", PASSWORD));
    }

    private static JsonNode good(int status, Reply reply) {
        assertEquals(status, reply.status(), reply.body());
        return reply.body().isEmpty() ? null : reply.json();
    }

    @Test
    @DisplayName("an administrator adds, finds, lists, moves, disables and enables people")
    void users() throws Exception {
        Reply made = call(
                admin,
                "POST",
                "/users",
                "{\"kind\":\"STAFF\",\"email\":\"new@example.com\",\"role\":\"support\",\"locale\":\"it\"}");
        JsonNode user = good(201, made);
        String path = "/users/" + user.path("id").asText();
        assertEquals("/api/acme" + path, made.header("Location"));
        assertFalse(user.path("ready").asBoolean());
        assertEquals(
                "it", good(200, call(admin, "GET", path, null)).path("locale").asText());
        assertEquals(
                "clerkless",
                good(201, call(admin, "POST", "/roles", "{\"role\":\"clerkless\",\"permissions\":[\"shelf:read\"]}"))
                        .path("role")
                        .asText());
        good(200, call(admin, "PUT", path + "/role", "{\"role\":\"clerkless\"}"));
        assertTrue(good(200, call(admin, "POST", path + "/disable", null))
                .path("disabledAt")
                .isTextual());
        assertEquals(
                1,
                good(200, call(admin, "GET", "/users?enabled=false&role=clerkless", null))
                        .path("items")
                        .size());
        assertTrue(good(200, call(admin, "POST", path + "/enable", null))
                .path("disabledAt")
                .isNull());
        JsonNode page = good(200, call(admin, "GET", "/users?limit=1", null));
        String next = page.path("next").asText();
        good(200, call(admin, "GET", "/users?limit=1&cursor=" + enc(next), null));
        call(admin, "GET", "/users?kind=ALIEN", null).isProblem(400, "parameter-invalid");
        call(admin, "POST", "/users", "{\"kind\":\"STAFF\"}").isProblem(400, "field-invalid");
        call(annas, "GET", "/users", null).isProblem(403, "permission-missing");
    }

    @Test
    @DisplayName("roles are added, changed and removed; the built-in ones are not")
    void roles() throws Exception {
        good(201, call(admin, "POST", "/roles", "{\"role\":\"clerk\",\"permissions\":[\"shelf:read\"]}"));
        good(200, call(admin, "PUT", "/roles/clerk", "{\"permissions\":[\"shelf:write\"]}"));
        JsonNode items = good(200, call(admin, "GET", "/roles", null)).path("items");
        assertEquals("administrator", items.get(0).path("role").asText());
        JsonNode first = good(200, call(admin, "GET", "/roles?limit=1", null));
        String next = first.path("next").asText();
        assertEquals(1, first.path("items").size());
        assertEquals(
                "support",
                good(200, call(admin, "GET", "/roles?limit=1&cursor=" + enc(next), null))
                        .path("items")
                        .get(0)
                        .path("role")
                        .asText());
        call(admin, "GET", "/roles?limit=1&cursor=x", null).isProblem(400, "cursor-invalid");
        good(204, call(admin, "DELETE", "/roles/clerk", null));
        call(admin, "DELETE", "/roles/clerk", null).isProblem(404, "role-not-found");
        call(admin, "PUT", "/roles/support", "{\"permissions\":[\"shelf:write\"]}")
                .isProblem(409, "role-built-in");
    }

    @Test
    @DisplayName("ACC-08 the own account: who one is, name, password, and the page to give away")
    void account() throws Exception {
        staff("acme", "own@example.com", "support", "anna");
        String token = access(login("acme", "own@example.com", PASSWORD));
        assertEquals(
                "own@example.com",
                good(200, call(token, "GET", "/account", null)).path("email").asText());
        JsonNode changed = good(200, call(token, "PUT", "/account", "{\"name\":\"Olga\",\"locale\":\"it\"}"));
        assertEquals("Olga", changed.path("name").asText());
        assertTrue(good(200, call(token, "GET", "/account/password-link", null))
                .path("url")
                .asText()
                .endsWith("/t/acme/password/forgot"));
        String body = "{\"old\":\"%s\",\"password\":\"%s\"}";
        call(token, "PUT", "/account/password", body.formatted("wrong-1", "another-2"))
                .isProblem(403, "password-wrong");
        call(token, "PUT", "/account/password", body.formatted(PASSWORD, "an other-2"))
                .isProblem(400, "password-with-space");
        good(204, call(token, "PUT", "/account/password", body.formatted(PASSWORD, "another-2")));
        call(token, "GET", "/account", null).isProblem(401, "token-invalid");
        assertEquals(200, login("acme", "own@example.com", "another-2").status());
        call(edge.token("core:account"), "GET", "/account", null).isProblem(404, "account-not-found");
    }

    @Test
    @DisplayName("ACC-19 ACC-20 a seller's administrator sets zone and support address, of the own seller only")
    void sellers() throws Exception {
        String body = "{\"zone\":\"%s\",\"supportEmail\":\"help@anna.example\",\"locale\":\"it\"}";
        JsonNode anna = good(200, call(annas, "PUT", "/sellers/anna/settings", body.formatted("America/Lima")));
        assertEquals("America/Lima", anna.path("zone").asText());
        assertEquals("help@anna.example", anna.path("supportEmail").asText());
        call(annas, "PUT", "/sellers/bruno/settings", body.formatted("America/Lima"))
                .isProblem(404, "seller-not-found");
        call(annas, "PUT", "/sellers/anna/settings", body.formatted("Mars")).isProblem(400, "zone-unknown");
        assertEquals(
                1, good(200, call(annas, "GET", "/sellers", null)).path("items").size());
        String carla = "{\"seller\":\"carla\",\"name\":\"Carla\",\"email\":\"carla@example.com\"}";
        call(annas, "POST", "/sellers", carla).isProblem(403, "seller-confined");
        Reply made = call(admin, "POST", "/sellers", carla);
        assertEquals("Europe/Rome", good(201, made).path("zone").asText());
        assertEquals("/api/acme/sellers/carla", made.header("Location"));
        call(admin, "POST", "/sellers", carla).isProblem(409, "seller-exists");
        good(200, call(admin, "GET", "/sellers/carla", null));
    }

    @Test
    @DisplayName("a client's secret is told once: neither the list nor a repetition under the same key has it")
    void clients() throws Exception {
        String body = "{\"label\":\"Shop\",\"permissions\":[\"shelf:read\"]}";
        HttpRequest.Builder request = HttpRequest.newBuilder(edge.uri("/api/acme/clients"))
                .header("Authorization", "Bearer " + admin)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "client-1");
        JsonNode made = good(201, edge.send(request.copy().POST(BodyPublishers.ofString(body))));
        String id = made.path("client").asText();
        String secret = made.path("secret").asText();
        assertEquals(43, secret.length());
        Reply again = edge.send(request.copy().POST(BodyPublishers.ofString(body)));
        assertEquals(201, again.status());
        assertEquals("", again.body());
        assertEquals("/api/acme/clients/" + id, again.header("Location"));
        Reply list = call(admin, "GET", "/clients", null);
        assertTrue(list.body().contains(id));
        assertFalse(list.body().contains(secret));
        good(204, call(admin, "DELETE", "/clients/" + id, null));
        call(admin, "DELETE", "/clients/cl_0", null).isProblem(404, "client-not-found");
    }
}
