package org.bottega.web.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import org.bottega.core.testing.Census;
import org.bottega.web.EdgeServer;
import org.bottega.web.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Persons over REST")
class PersonsResourceTest {

    private static final String NORA = "nora@example.com";

    private static EdgeServer edge;
    private static String token;

    @BeforeAll
    static void open() throws Exception {
        edge = new EdgeServer();
        token = edge.token("core:persons");
        edge.platform().newSeller("acme", "anna");
    }

    @AfterAll
    static void close() throws Exception {
        edge.close();
    }

    private static HttpRequest.Builder to(String path, String bearer) {
        return HttpRequest.newBuilder(edge.uri("/api/acme/persons" + path)).header("Authorization", "Bearer " + bearer);
    }

    @Test
    @DisplayName("what is known is taken out, then erased: also what was kept to answer a request again")
    void erased() throws Exception {
        edge.platform().as("acme", () -> edge.platform()
                .unitOfWork()
                .run(() -> edge.platform().audit().record("note", "N1", Map.of("by", "<" + NORA + ">"))));
        edge.platform().as("acme", () -> edge.platform().unitOfWork().run(() -> remember()));
        Census census = new Census(edge.platform());
        assertEquals(3, census.where("acme", NORA).size());
        Reply zip = edge.send(to("/export?email=" + NORA, token));
        assertEquals(200, zip.status());

        Reply done = edge.send(to("?email=" + NORA, token).DELETE());

        assertEquals(200, done.status());
        assertTrue(done.json().path("subject").asText().endsWith("@erased.invalid"));
        assertTrue(done.json().path("lines").toString().contains("web_idempotency"), done.json()::toString);
        assertEquals(0, census.where("acme", NORA).size(), () -> census.where("acme", NORA)
                .toString());
        assertFalse(done.json().toString().contains(NORA));
    }

    private static void remember() {
        String sql =
                "insert into web_idempotency (tenant_id, id, fingerprint, state, status, content_type, location, body,"
                        + " created_at) values ('acme', 'K', 'F', 'DONE', 201, 'application/json', '/x?email=nora%40example.com&a="
                        + NORA + "', ?, current_timestamp)";
        try (var insert = edge.platform().database().connection().prepareStatement(sql)) {
            insert.setBytes(1, ("{\"email\":\"" + NORA + "\"}").getBytes(StandardCharsets.UTF_8));
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @DisplayName("are for the marketplace's own people, with core:persons; sellers and staff are not erased")
    void refused() throws Exception {
        edge.send(to("?email=" + NORA, edge.tokenOf("anna", "core:persons")).DELETE())
                .isProblem(403, "seller-confined");
        edge.send(to("/export?email=" + NORA, edge.token("core:audit"))).isProblem(403, "permission-missing");
        edge.send(to("/export?email=nobody", token)).isProblem(400, "email-invalid");
        edge.send(to("", token).DELETE()).isProblem(400, "email-invalid");
        edge.send(to("?email=anna@example.com", token).DELETE()).isProblem(409, "person-is-staff");
    }
}
