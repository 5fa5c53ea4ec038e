package org.bottega.itests;

import java.util.ArrayList;
import java.util.List;
import org.bottega.itests.BadInputIT.Bad;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** Endpoints of webhooks that are refused. The test's own machine is the only private address that is allowed. */
final class BadHooks {

    private final Shop shop;
    private final List<Bad> all = new ArrayList<>();

    BadHooks(Shop shop) {
        this.shop = shop;
    }

    List<Bad> all() {
        url("a private address", "https://10.0.0.1/", "url-address-not-allowed");
        url("another loopback address", "https://127.0.0.2/", "url-address-not-allowed");
        url("loopback in IPv6", "https://[::1]/", "url-address-not-allowed");
        url("a mapped address", "https://[::ffff:192.168.0.1]/", "url-address-not-allowed");
        url("the address of metadata", "http://169.254.169.254/latest/meta-data", "url-address-not-allowed");
        url("a number that is an address", "https://3232235521/", "url-address-not-allowed");
        url("a user in it", "https://ann:secret@127.0.0.1/", "url-with-credentials");
        url("another scheme", "ftp://127.0.0.1/", "url-scheme-not-allowed");
        url("no host", "https:///hook", "url-invalid");
        all.add(bad(
                "no such event",
                body("https://127.0.0.1/", "shop.Nothing", "a@example.com"),
                "event-type-unknown",
                "events[0]"));
        all.add(bad("no mail address", body("https://127.0.0.1/", "*", "nobody"), "email-invalid", "contact"));
        Call keyless = Call.post(path(), body("https://127.0.0.1/", "*", "a@example.com"))
                .without("Idempotency-Key");
        all.add(new Bad(
                "an endpoint without a key", keyless, token(), 400, "idempotency-key-required", "Idempotency-Key"));
        Call none = Call.get(shop.path("webhooks/deliveries/00000000000000000000000000"));
        all.add(new Bad("no such delivery", none, token(), 404, "delivery-not-found", null));
        Call states = Call.get(shop.path("webhooks/endpoints/00000000000000000000000000/deliveries?state=LOST"));
        all.add(new Bad("no such state", states, token(), 400, "parameter-invalid", "state"));
        return all;
    }

    private void url(String name, String url, String code) {
        all.add(bad("a webhook to " + name, body(url, "*", "a@example.com"), code, "url"));
    }

    private Bad bad(String name, String body, String code, String field) {
        return new Bad(name, Call.post(path(), body), token(), 400, code, field);
    }

    private String path() {
        return shop.path("webhooks/endpoints");
    }

    private String token() {
        return shop.all().token();
    }

    private static String body(String url, String event, String contact) {
        return "{\"url\":\"%s\",\"events\":[\"%s\"],\"contact\":\"%s\"}".formatted(url, event, contact);
    }
}
