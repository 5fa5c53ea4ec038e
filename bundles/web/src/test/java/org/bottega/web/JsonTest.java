package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final String GOOD =
            "{\"title\":\"%s\",\"author\":{\"name\":\"A\",\"email\":\"a@example.com\"},\"pages\":1}";

    private static EdgeServer edge;

    @BeforeAll
    static void open() throws Exception {
        edge = new EdgeServer();
    }

    @AfterAll
    static void close() throws Exception {
        edge.close();
    }

    /** A good body with one field more, or another value for one. */
    private static String with(String field, String value) {
        if (GOOD.contains("\"" + field + "\":")) {
            return GOOD.replaceAll(
                            "\"" + field + "\":(\"[^\"]*\"|1|\\{[^}]*})",
                            Matcher.quoteReplacement("\"" + field + "\":" + value))
                    .replace("%s", "t");
        }
        return GOOD.replace("%s", "t").replaceAll("}$", Matcher.quoteReplacement(",\"" + field + "\":" + value + "}"));
    }

    @Test
    @DisplayName("a good body does its work and is answered with a path as Location")
    void good() throws Exception {
        Reply reply = edge.post("/books", GOOD.formatted("good-one"));
        assertEquals(201, reply.status(), reply.body());
        assertEquals("/api/acme/shelf/books/good-one", reply.header("Location"));
        assertEquals("good-one", reply.json().path("text").asText());
        assertTrue(exists("good-one"));
    }

    private static boolean exists(String seller) {
        return edge.platform()
                .as("acme", () -> edge.platform().sellers().find(seller))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "title, 5, title",
                "title, true, title",
                "title, [], title",
                "pages, `\"1\"`, pages",
                "pages, 1.5, pages",
                "pages, 1.0, pages",
                "pages, 1e3, pages",
                "pages, null, pages",
                "pages, true, pages",
                "pages, 99999999999, pages",
                "weight, 99999999999999999999, weight",
                "weight, 1e400, weight",
                "weight, `\"\"`, weight",
                "signed, 1, signed",
                "signed, `\"true\"`, signed",
                "kind, 0, kind",
                "kind, `\"NOVELS\"`, kind",
                "kind, `\"\"`, kind",
                "printed, 5, printed",
                "printed, `\"\"`, printed",
                "printed, `\"2026-01-01\"`, printed",
                "printed, `\"+999999-01-01T00:00:00Z\"`, printed",
                "author, 5, author",
                "author, `\"\"`, author",
                "author, [], author",
                "translators, {}, translators",
                "translators, `[{\"name\":7}]`, translators[0].name",
                "price, 5, price",
                "price, `{\"amount\":1.5,\"currency\":\"EUR\"}`, price.amount",
                "price, `{\"currency\":\"EUR\"}`, price.amount",
                "author, `{\"name\":5}`, author.name"
            })
    @DisplayName("a value of another type is refused, with the field and what would be right")
    void type(String field, String value, String path) throws Exception {
        Reply reply = edge.post("/books", with(field, value)).isProblem(400, "field-invalid");
        assertEquals(List.of(path), reply.fields(), reply.body());
    }

    @Test
    @DisplayName("the domain's own refusal keeps its code and gains its path")
    void nested() throws Exception {
        Reply unknown = edge.post("/books", with("price", "{\"amount\":1,\"currency\":\"XXQ\"}"))
                .isProblem(400, "currency-unknown");
        assertEquals(List.of("price.currency"), unknown.fields());
        Reply large = edge.post("/books", with("price", "{\"amount\":1000000000001,\"currency\":\"EUR\"}"))
                .isProblem(400, "amount-too-large");
        assertEquals(List.of("price.amount"), large.fields());
    }

    @Test
    @DisplayName("an unknown field is refused at any depth and the known ones are told")
    void unknown() throws Exception {
        assertEquals(
                List.of("titel"),
                edge.post("/books", with("titel", "1"))
                        .isProblem(400, "field-unknown")
                        .fields());
        Reply deep = edge.post("/books", with("author", "{\"name\":\"A\",\"nam\":1}"))
                .isProblem(400, "field-unknown");
        assertEquals(List.of("author.nam"), deep.fields());
        assertTrue(deep.body().contains("email, name"), deep.body());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`{\"text\":\"x\"`",
                "`{`",
                "`{\"text\" \"x\"}`",
                "`{} x`",
                "`{}{}`",
                "nonsense",
                "`{'text':1}`",
                "`{\"text\":\"\u0001\"}`"
            })
    @DisplayName("what is not JSON is refused with the place")
    void syntax(String body) throws Exception {
        edge.post("/empty", body).isProblem(400, "json-invalid");
    }

    @Test
    @DisplayName("a field given twice is refused")
    void twice() throws Exception {
        Reply reply = edge.post("/books", "{\"title\":\"a\",\"title\":\"b\"}").isProblem(400, "field-duplicate");
        assertEquals(List.of("title"), reply.fields());
    }

    @ParameterizedTest
    @CsvSource({"\\u0000", "\\u0007", "\\u007f", "\\u0085", "\\ud83d\\ude00", "\\ud83d", "😀"})
    @DisplayName("characters that are not taken are refused by field")
    void characters(String character) throws Exception {
        Reply reply = edge.post("/books", with("author", "{\"name\":\"a" + character + "\"}"))
                .isProblem(400, "characters-not-allowed");
        assertEquals(List.of("author.name"), reply.fields());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-32", "ISO-8859-1"})
    @DisplayName("a body that is not UTF-8 is refused")
    void encodings(String encoding) throws Exception {
        byte[] body = GOOD.formatted("\u00e0").getBytes(encoding);
        Reply reply = edge.send(edge.json("/books", "").POST(BodyPublishers.ofByteArray(body)));
        assertEquals(400, reply.status(), reply.body());
        byte[] overlong = GOOD.formatted("\u00c0\u00af").getBytes(StandardCharsets.ISO_8859_1);
        edge.send(edge.json("/books", "").POST(BodyPublishers.ofByteArray(overlong)))
                .isProblem(400, "characters-not-allowed");
    }

    @Test
    @DisplayName("all violations are told at once; an empty body is missing, or an empty object where none is needed")
    void constraints() throws Exception {
        Reply reply = edge.post(
                        "/books", "{\"title\":\" \",\"pages\":0,\"translators\":[{\"name\":\"n\"},{\"email\":\"x\"}]}")
                .isProblem(400, "field-invalid");
        assertEquals(
                List.of("author", "pages", "title", "translators[1].email", "translators[1].name"), reply.fields());
        edge.post("/books", "").isProblem(400, "body-missing");
        edge.post("/books", " \n").isProblem(400, "body-missing");
        assertEquals(200, edge.post("/empty", "").status());
        edge.post("/books", "null").isProblem(400, "body-missing");
        edge.post("/books", "[]").isProblem(400, "field-invalid");
        edge.post("/books", with("title", "\"" + "x".repeat(21) + "\"")).isProblem(400, "field-invalid");
    }
}
