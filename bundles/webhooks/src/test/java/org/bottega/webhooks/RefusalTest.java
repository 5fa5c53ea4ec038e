package org.bottega.webhooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.bottega.api.Problem;
import org.bottega.webhooks.send.Doorman;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RefusalTest extends HooksTest {

    private String code(String url) {
        Problem problem = refused(() -> add(url, "*"));
        assertEquals("url", problem.errors().get(0).field());
        return problem.code();
    }

    @Test
    @DisplayName("an address that is not allowed is refused when it is saved, by number, by name and when changed")
    void saved() {
        hooks.names.put("inside.example", () -> "10.0.0.1");
        hooks.names.put("loop.example", () -> "127.0.0.2");
        for (String host : List.of(
                "10.0.0.1",
                "127.0.0.2",
                "169.254.169.254",
                "[::1]",
                "[::ffff:10.0.0.1]",
                "[fd00::1]",
                "0.0.0.0",
                "2130706434",
                "inside.example",
                "loop.example")) {
            assertEquals("url-address-not-allowed", code("http://" + host + "/hook"), host);
        }
        assertEquals("url-host-unknown", code("https://nobody.example/"));
        Endpoints.Told told = add();
        Target inside = new Target("http://inside.example/", List.of("*"), "a@example.com", null);
        Problem problem = refused(() ->
                platform.as(tenant, () -> hooks.endpoints.change(told.endpoint().id(), inside)));
        assertEquals("url-address-not-allowed", problem.code());
    }

    @Test
    @DisplayName("what is no address of a server is refused, and http where it is not allowed")
    void urls() throws Exception {
        assertEquals("url-with-credentials", code("https://ann:secret@127.0.0.1/"));
        assertEquals("url-with-credentials", code("https://ann@127.0.0.1/"));
        for (String url : List.of(
                "https://127.0.0.1/#part",
                "https:///path",
                "https://127.0.0.1:0/",
                "https://127.0.0.1:65536/",
                "https://exa mple/",
                "https://ex\u00e4mple.org/",
                "https://127.0.0.1/" + "a".repeat(983))) {
            assertEquals("url-invalid", code(url), url);
        }
        add("https://127.0.0.1/" + "a".repeat(982), "*");
        for (String url : List.of("ftp://127.0.0.1/", "file:///etc/passwd", "127.0.0.1/hook")) {
            assertEquals("url-scheme-not-allowed", code(url), url);
        }
        InetAddress good = InetAddress.getByName("9.9.9.9");
        Urls strict = new Urls(new Doorman("", false, 1000, host -> new InetAddress[] {good}));
        assertEquals("https://a.example/x", strict.check("https://a.example/x"));
        assertEquals(
                "url-scheme-not-allowed",
                refused(() -> strict.check("http://a.example/x")).code());
    }

    @Test
    @DisplayName("a name that stands for another address at connect time does not help: nothing is sent there")
    void rebound() {
        hooks.names.put("turncoat.example", () -> "127.0.0.1");
        Endpoints.Told told = add("http://turncoat.example:" + receiver.port() + "/hook", "*");
        hooks.names.put("turncoat.example", () -> "127.0.0.2");
        sell("shoe");
        now();
        assertEquals(List.of(), receiver.got());
        assertEquals(
                "address not allowed: it is private, local or reserved",
                log(told).get(0).lastError());
    }

    @Test
    @DisplayName("the connection goes to the very address that was looked at")
    void pinned() {
        Iterator<String> answers =
                Stream.of("127.0.0.1", "127.0.0.1", "127.0.0.2", "127.0.0.2").iterator();
        hooks.names.put("turncoat.example", answers::next);
        add("http://turncoat.example:" + receiver.port() + "/hook", "*");
        sell("shoe");
        now();
        assertEquals("127.0.0.1", receiver.last().to());
        assertEquals("127.0.0.2", answers.next(), "asked once when saved, once to connect");
    }

    @Test
    @DisplayName("events, contact and description are checked, and told by field")
    void fields() {
        check("events-out-of-range", "events", List.of(), "a@example.com", null);
        check("event-type-unknown", "events[1]", List.of("shop.Sold", "shop.Nothing"), "a@example.com", null);
        check("event-type-unknown", "events[0]", List.of("nothing.*"), "a@example.com", null);
        check("event-type-unknown", "events[0]", List.of("webhooks.Test"), "a@example.com", null);
        check("email-invalid", "contact", List.of("*"), "nobody", null);
        check("text-too-long", "description", List.of("*"), "a@example.com", "a".repeat(201));
        check("text-invalid", "description", List.of("*"), "a@example.com", "a\u0007");
        assertEquals(
                List.of("shop.Sold"),
                add(receiver.url("/"), "shop.Sold", "shop.Sold").endpoint().events());
    }

    private void check(String code, String field, List<String> events, String contact, String description) {
        Target target = new Target(receiver.url("/"), events, contact, description);
        Problem problem = refused(() -> platform.as(tenant, () -> hooks.endpoints.create("k", target)));
        assertEquals(code, problem.code());
        assertEquals(field, problem.errors().get(0).field());
    }

    @Test
    @DisplayName("the same key adds nothing more and is told the same secret; another wish under it is refused")
    void key() {
        Target target = new Target(receiver.url("/"), List.of("*"), "a@example.com", " Shop ");
        Endpoints.Told one = platform.as(tenant, () -> hooks.endpoints.create("same", target));
        Endpoints.Told two = platform.as(tenant, () -> hooks.endpoints.create("same", target));
        assertEquals(one.endpoint().id(), two.endpoint().id());
        assertEquals(one.secret(), two.secret());
        assertEquals("Shop", endpoint(one).description());
        assertTrue(one.secret().matches("whsec_[A-Za-z0-9+/]{43}="), one.secret());
        assertNotEquals(one.secret(), add().secret());
        Target other = new Target(receiver.url("/other"), List.of("*"), "a@example.com", null);
        assertEquals(
                "idempotency-key-reused",
                refused(() -> platform.as(tenant, () -> hooks.endpoints.create("same", other)))
                        .code());
    }

    @Test
    @DisplayName("neither another marketplace nor a seller reaches an endpoint or its log; a hundred are enough")
    void rights() {
        Endpoints.Told told = add();
        String id = told.endpoint().id();
        sell("shoe");
        now();
        String delivery = log(told).get(0).id();
        platform.newSeller(tenant, "anna");
        assertEquals(
                "seller-confined",
                refused(() -> platform.asSeller(tenant, "anna", () -> hooks.endpoints.get(id)))
                        .code());
        assertEquals(
                "seller-confined",
                refused(() -> platform.asSeller(tenant, "anna", () -> hooks.deliveries.get(delivery)))
                        .code());
        for (int i = 1; i < 100; i++) {
            add();
        }
        assertEquals("too-many-endpoints", refused(this::add).code());
        tenant = newTenant();
        assertEquals("endpoint-not-found", refused(() -> endpoint(told)).code());
        assertEquals("endpoint-not-found", refused(() -> log(told)).code());
        assertEquals(
                "delivery-not-found",
                refused(() -> platform.as(tenant, () -> hooks.deliveries.get(delivery)))
                        .code());
        Assertions.assertEquals(5, hooks.types.list(tenant).size());
    }
}
