package org.bottega.web.platform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import org.bottega.api.Files.StoredFile;
import org.bottega.web.EdgeServer;
import org.bottega.web.Reply;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Files over REST")
class FilesResourceTest {

    private static EdgeServer edge;
    private static String token;

    @BeforeAll
    static void open() throws Exception {
        edge = new EdgeServer();
        token = edge.token("core:files");
        edge.platform().newSeller("acme", "anna");
    }

    @AfterAll
    static void close() throws Exception {
        edge.close();
    }

    private static StoredFile store(String tenant, String module, int length) throws Exception {
        return edge.platform().as(tenant, () -> edge.platform()
                .files()
                .store(module, "a.txt", "text/plain", new ByteArrayInputStream(new byte[length])));
    }

    private static HttpRequest.Builder to(String path, String bearer) {
        return HttpRequest.newBuilder(edge.uri("/api/acme/files" + path)).header("Authorization", "Bearer " + bearer);
    }

    private static Reply get(String query) throws Exception {
        return edge.send(to(query, token));
    }

    @Test
    @DisplayName("are listed with what they take, and removed for good; others' are out of reach")
    void listed() throws Exception {
        StoredFile first = store("acme", "shelf", 3);
        store("acme", "crm", 4);
        StoredFile foreign = store("globex", "shelf", 100);
        JsonNode all = get("").json();
        assertEquals(2, all.path("items").size());
        assertEquals(7, all.path("used").asLong());
        assertEquals(5L << 30, all.path("quota").asLong());
        assertEquals(200L << 20, all.path("maxFile").asLong());
        JsonNode line = get("?module=shelf").json().path("items").path(0);
        assertEquals(first.id(), line.path("file").asText());
        assertEquals("a.txt", line.path("name").asText());
        assertEquals(first.sha256(), line.path("sha256").asText());
        Reply page = get("?limit=1");
        String next = page.json().path("next").asText();
        Reply last = get("?limit=1&cursor=" + next);
        assertEquals(1, last.json().path("items").size());
        assertTrue(last.json().path("next").isNull());
        get("?limit=1&module=crm&cursor=" + next).isProblem(400, "cursor-invalid");

        assertEquals(204, edge.send(to("/" + first.id(), token).DELETE()).status());
        edge.send(to("/" + first.id(), token).DELETE()).isProblem(404, "file-not-found");
        edge.send(to("/" + foreign.id(), token).DELETE()).isProblem(404, "file-not-found");
        assertEquals(4, get("").json().path("used").asLong());
    }

    @Test
    @DisplayName("are for the marketplace's own people, with core:files")
    void permission() throws Exception {
        edge.send(to("", edge.tokenOf("anna", "core:files"))).isProblem(403, "seller-confined");
        edge.send(to("", edge.token("core:audit"))).isProblem(403, "permission-missing");
    }
}
