package org.bottega.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.bottega.api.spi.LinkPage.Fact;
import org.bottega.api.spi.LinkPage.Link;
import org.bottega.api.spi.LinkPage.View;
import org.bottega.persistence.testing.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The pages of modules behind links in mails")
class LinkPagesTest {

    private static final String SLIPS = "/t/acme/shelf/loan-slips/";

    private static EdgeServer edge;

    @BeforeAll
    static void open() throws Exception {
        edge = new EdgeServer();
    }

    @AfterAll
    static void close() throws Exception {
        edge.close();
    }

    private static Reply send(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(edge.uri(path)).method(method, BodyPublishers.noBody());
        return edge.send(headers.length == 0 ? request : request.headers(headers));
    }

    private static Reply page(int status, Reply reply) {
        assertEquals(status, reply.status(), reply.body());
        assertEquals("text/html;charset=utf-8", reply.header("Content-Type").replace(" ", ""));
        assertEquals("no-store", reply.header("Cache-Control"));
        assertEquals("no-referrer", reply.header("Referrer-Policy"));
        assertTrue(reply.header("Content-Security-Policy").startsWith("default-src 'none'; style-src 'sha256-"));
        assertFalse(reply.body().contains("<script"), reply.body());
        assertFalse(reply.body().contains("secret detail"), reply.body());
        return reply;
    }

    private static void has(String expected, Reply reply) {
        assertTrue(reply.body().contains(expected), () -> expected + " is not in " + reply.body());
    }

    @Test
    @DisplayName("show texts, facts, links and one button, all of it escaped, to an anonymous caller")
    void shown() throws Exception {
        String nasty = "&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;";
        Reply page = page(200, send("GET", SLIPS + "good"));
        has("<title>Slip " + nasty + "</title>", page);
        has("<h1>Slip " + nasty + "</h1>", page);
        has("<p>Language en</p>", page);
        has("<dt>Caller</dt>\n<dd>acme ANONYMOUS</dd>", page);
        has("<dt>Label" + nasty + "</dt>\n<dd><a href=\"mailto:a@b.example?x", page);
        has("\">Value" + nasty + "</a></dd>", page);
        has("\">More" + nasty + "</a>", page);
        has("<button>Yes" + nasty + "</button>", page);
        has("<html lang=\"en\">", page);
        assertFalse(page.body().contains("<b>") || page.body().contains("<i>"), page.body());
        assertEquals("", send("HEAD", SLIPS + "good").body());
    }

    @Test
    @DisplayName("confirm by POST alone; looking, by GET or HEAD, confirms nothing")
    void confirmed() throws Exception {
        Reply first = page(200, send("GET", SLIPS + "counted"));
        page(200, send("GET", SLIPS + "counted", "Sec-Purpose", "prefetch"));
        send("HEAD", SLIPS + "counted");
        assertEquals(first.body(), send("GET", SLIPS + "counted").body());
        Reply done = page(200, send("POST", SLIPS + "counted"));
        has("<h1>Done in en</h1>", done);
        assertFalse(done.body().contains("<form"), done.body());
        Reply silent = page(405, send("POST", SLIPS + "silent"));
        assertEquals("GET, HEAD", silent.header("Allow"));
        assertEquals("GET, HEAD, POST", page(405, send("DELETE", SLIPS + "x")).header("Allow"));
    }

    @Test
    @DisplayName("speak the language of who got the mail; when nobody knows it, the browser's")
    void languages() throws Exception {
        Reply mails = page(200, send("GET", SLIPS + "it.good", "Accept-Language", "en"));
        has("<html lang=\"it\">", mails);
        has("Language it", mails);
        assertEquals("it", mails.header("Content-Language"));
        has("Language it", page(200, send("GET", SLIPS + "good", "Accept-Language", "it")));
        has("Done in it", page(200, send("POST", SLIPS + "it.good")));
    }

    @Test
    @DisplayName("say what is wrong in words, with the status the API has")
    void problems() throws Exception {
        has("There is nothing at this address.", page(404, send("GET", SLIPS + "unknown")));
        has("role=\"alert\"", page(404, send("GET", SLIPS + "unknown")));
        has("was used, is too old", page(410, send("GET", SLIPS + "old")));
        has("è già stato usato", page(410, send("GET", SLIPS + "it.old")));
        has("Ended it&lt;script", page(410, send("GET", SLIPS + "it.ended")));
        Reply busy = page(429, send("GET", SLIPS + "busy"));
        assertEquals("7", busy.header("Retry-After"));
        has("Something went wrong here", page(500, send("GET", SLIPS + "broken")));
    }

    @Test
    @DisplayName("are nowhere else: unknown tenants, modules, pages, paths, and modules that are off")
    void nowhere() throws Exception {
        for (String path : List.of(
                "/t/nowhere/shelf/loan-slips/good",
                "/t/acme/core/loan-slips/good",
                "/t/acme/other/loan-slips/good",
                "/t/acme/shelf/other/good",
                "/t/acme/shelf/loan-slips",
                "/t/acme/shelf/loan-slips/",
                "/t/acme/shelf/loan-slips/good/more",
                "/t/globex/shelf/loan-slips/good")) {
            has("There is nothing at this address.", page(404, send("GET", path)));
            page(404, send("POST", path));
        }
        page(400, send("GET", SLIPS + "a%2Fb"));
    }

    @Test
    @DisplayName("are closed while the operator has put the marketplace on hold: 403")
    void suspended() throws Exception {
        edge.platform().newTenant("closed");
        edge.platform().enable("closed", "shelf");
        String path = "/t/closed/shelf/loan-slips/good";
        page(200, send("GET", path));
        edge.platform().as(null, () -> edge.platform().tenants().suspend("closed", "test"));
        has("This marketplace is closed for the moment.", page(403, send("GET", path)));
        page(403, send("POST", path));
        edge.platform().as(null, () -> edge.platform().tenants().resume("closed"));
        page(200, send("GET", path));
    }

    @Test
    @DisplayName("count against the limit of the reader's address, as public operations do")
    void limited() throws Exception {
        EdgeServer strict = new EdgeServer(TestDatabase.Kind.usual(), TestConfig.limits(600, 0, 12));
        try {
            HttpRequest.Builder look = HttpRequest.newBuilder(strict.uri(SLIPS + "good"));
            int shown = 0;
            Reply last = strict.send(look);
            while (last.status() == 200 && shown < 20) {
                shown++;
                last = strict.send(look);
            }
            page(429, last);
            assertTrue(shown > 0 && Integer.parseInt(last.header("Retry-After")) > 0);
        } finally {
            strict.close();
        }
    }

    @Test
    @DisplayName("are away with their module: 503, and there again with it")
    void away() throws Exception {
        edge.publisher().removeResource(edge.shelf());
        Reply away = page(503, send("GET", SLIPS + "good"));
        assertEquals("2", away.header("Retry-After"));
        edge.publisher().addResource(edge.shelf());
        page(200, send("GET", SLIPS + "good"));
    }

    @Test
    @DisplayName("lead to addresses that a browser may follow, and to no scripts")
    void addresses() {
        assertEquals("/t/acme", new Link("x", "/t/acme").address());
        assertEquals("mailto:a@b.example", new Fact("x", "y", "mailto:a@b.example").address());
        for (String address : List.of("javascript:alert(1)", "data:text/html,x", "//evil.example", "x", "")) {
            assertThrows(IllegalArgumentException.class, () -> new Link("x", address), address);
            assertThrows(IllegalArgumentException.class, () -> new Fact("x", "y", address), address);
        }
        assertThrows(NullPointerException.class, () -> new View(null, List.of(), List.of(), List.of(), null));
    }
}
