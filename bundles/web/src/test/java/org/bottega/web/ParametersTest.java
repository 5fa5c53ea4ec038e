package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    private static EdgeServer edge;

    @BeforeAll
    static void open() throws Exception {
        edge = new EdgeServer();
    }

    @AfterAll
    static void close() throws Exception {
        edge.close();
    }

    @Test
    @DisplayName("an unknown parameter is refused and the known ones are told")
    void unknown() throws Exception {
        Reply reply = edge.get("/books?titel=x").isProblem(400, "parameter-unknown");
        assertEquals(List.of("titel"), reply.fields());
        assertTrue(reply.body().contains("from, kind, limit, title"), reply.body());
        edge.get("/boom?x=1").isProblem(400, "parameter-unknown");
    }

    @Test
    @DisplayName("a parameter that stands for one value is not taken twice")
    void repeated() throws Exception {
        edge.get("/books?limit=1&limit=2").isProblem(400, "parameter-repeated");
        assertEquals(
                2,
                edge.get("/books?kind=NOVEL&kind=POETRY").json().path("kinds").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=x",
                "limit=",
                "limit=1.5",
                "limit=99999999999",
                "kind=NOVELS",
                "kind=1",
                "from=today",
                "from="
            })
    @DisplayName("a parameter of the wrong type is refused by name")
    void type(String wrong) throws Exception {
        Reply reply = edge.get("/books?" + wrong).isProblem(400, "parameter-invalid");
        assertEquals(List.of(wrong.substring(0, wrong.indexOf('='))), reply.fields());
    }

    @Test
    @DisplayName("path parameters and constraints are told by name")
    void named() throws Exception {
        assertEquals(
                List.of("number"),
                edge.get("/books/x").isProblem(400, "parameter-invalid").fields());
        assertEquals(200, edge.get("/books/7").status());
        assertEquals(
                List.of("size"),
                edge.get("/checked?size=2").isProblem(400, "field-invalid").fields());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title=%00",
                "title=%F0%9F%98%80",
                "title=%ED%A0%80",
                "title=%FF",
                "title=%zz",
                "title=%7f",
                "ti%00=x",
                "title=%c2%85"
            })
    @DisplayName("characters that are not taken are a clean 400")
    void characters(String wrong) throws Exception {
        String raw = edge.raw("GET /api/acme/shelf/books?" + wrong + " HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer "
                + edge.token() + "\r\nConnection: close\r\n\r\n");
        assertTrue(raw.startsWith("HTTP/1.1 400"), raw);
        assertTrue(raw.contains("\"characters-not-allowed\""), raw);
    }

    @Test
    @DisplayName("all other characters are taken, and mean the same")
    void fine() throws Exception {
        assertEquals(
                "Ümläut z 日",
                edge.get("/books?title=%C3%9Cml%C3%A4ut+z%20%E6%97%A5")
                        .json()
                        .path("title")
                        .asText());
    }

    @Test
    @DisplayName("parameters gathered in an object are held to the same rules")
    void gathered() throws Exception {
        Reply reply = edge.get("/filtered?kind=NOVEL&kind=POETRY&limit=2&from=2026-01-01T00:00:00Z");
        assertEquals(2, reply.json().path("kinds").size(), reply.body());
        assertEquals("2026-01-01T00:00:00.000Z", reply.json().path("from").asText());
        assertEquals(200, edge.get("/filtered").status());
        edge.get("/filtered?other=1").isProblem(400, "parameter-unknown");
        edge.get("/filtered?limit=1&limit=2").isProblem(400, "parameter-repeated");
        for (String wrong : List.of("limit=x", "from=x", "kind=x")) {
            Reply refused = edge.get("/filtered?" + wrong).isProblem(400, "parameter-invalid");
            assertEquals(List.of(wrong.substring(0, wrong.indexOf('='))), refused.fields());
        }
    }

    @Test
    @DisplayName("an operation that reads the query itself takes any parameter")
    void anything() throws Exception {
        Reply reply = edge.get("/open?map.transaction=InvoiceNo&x=1");
        assertEquals("InvoiceNo", reply.json().path("map.transaction").get(0).asText(), reply.body());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/acme//shelf/books",
                "/api/acme/shelf/%2e%2e/books",
                "/api/acme/shelf;x=1/books",
                "/api/acme/shelf/a%2Fb",
                "/api/acme/shelf/books%5C",
                "/api/acme/shelf/%25"
            })
    @DisplayName("paths that could be read in two ways are refused")
    void paths(String path) throws Exception {
        String raw = edge.raw("GET " + path + " HTTP/1.1\r\nHost: h\r\nAuthorization: Bearer " + edge.token()
                + "\r\nConnection: close\r\n\r\n");
        assertTrue(raw.startsWith("HTTP/1.1 400"), raw);
        assertTrue(raw.contains("path-invalid"), raw);
    }

    @Test
    @DisplayName("characters in paths are checked like all others")
    void pathCharacters() throws Exception {
        edge.send(edge.request("/api/acme/shelf/links/%F0%9F%98%80")).isProblem(400, "characters-not-allowed");
        Reply fine = edge.send(edge.request("/api/acme/shelf/links/%C3%A4"));
        assertEquals("ä", fine.json().path("token").asText(), fine.body());
    }
}
