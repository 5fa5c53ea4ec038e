package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.sales.payment.SandboxGateway;
import org.bottega.sales.payment.SandboxNotices;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Which notifications of gateways are believed. */
class SignatureTest {

    private static final String ID = SandboxGateway.ID;

    private final Shop shop = Shop.shared();
    private final Till till = new Till(shop);

    @Test
    @DisplayName("a signature is good for five minutes of real time, either way, and not a second longer")
    void tolerance() {
        Instant now = shop.platform.clock().instant();
        Instant second = Instant.ofEpochSecond(now.getEpochSecond());
        shop.platform.clock().to(second.plusSeconds(1));
        Instant present = shop.platform.clock().instant();
        String secret = till.secret();
        assertEquals(1, till.take("tol-1-" + present + " CHARGE x X", secret, present.minusSeconds(300)));
        assertEquals(1, till.take("tol-2-" + present + " CHARGE x X", secret, present.plusSeconds(300)));
        refused("signature-invalid", () -> till.take("tol-3 CHARGE x X", secret, present.minusSeconds(301)));
        refused("signature-invalid", () -> till.take("tol-3 CHARGE x X", secret, present.plusSeconds(301)));
    }

    @Test
    @DisplayName("forged, altered, unsigned, another tenant's: one and the same 401, and nothing is taken")
    void forged() {
        Instant now = shop.platform.clock().instant();
        byte[] body = "forged CHARGE x X".getBytes(StandardCharsets.UTF_8);
        String good = SandboxNotices.sign(body, till.secret(), now);
        String theirs = SandboxNotices.sign(
                body, shop.bravo(() -> shop.payments.keys.entry(ID)).secret(), now);
        byte[] altered = "forged CHARGE y X".getBytes(StandardCharsets.UTF_8);
        Problem first = refused(
                "signature-invalid",
                () -> shop.nobody(() -> shop.payments.notices.take(ID, Map.of(SandboxNotices.HEADER, theirs), body)));
        assertEquals(401, first.kind().status());
        for (Map<String, String> headers : List.of(
                Map.<String, String>of(),
                Map.of(SandboxNotices.HEADER, ""),
                Map.of(SandboxNotices.HEADER, good.replace("v1=", "v1=0")),
                Map.of(SandboxNotices.HEADER, good.substring(0, good.length() - 1) + 'g'))) {
            Problem problem = refused(
                    "signature-invalid", () -> shop.nobody(() -> shop.payments.notices.take(ID, headers, body)));
            assertEquals(first.getMessage(), problem.getMessage());
            assertEquals(Map.of(), problem.members());
        }
        refused(
                "signature-invalid",
                () -> shop.nobody(() -> shop.payments.notices.take(ID, Map.of(SandboxNotices.HEADER, good), altered)));
        assertEquals(1, till.take("forged CHARGE x X"), "nothing was taken before");
    }

    @Test
    @DisplayName("signed but not to be read: 400; a gateway that is not there, or tells nothing: 404")
    void unreadable() {
        refused("notification-invalid", () -> till.take("what is this"));
        refused("notification-invalid", () -> till.take("id CHARGE x X\n\nid2 CHARGE x X"));
        refused("notification-invalid", () -> till.take("n CHARGE x X\n".repeat(501)));
        refused(
                "gateway-not-found",
                () -> shop.nobody(() -> shop.payments.notices.take("other", Map.of(), new byte[0])));
    }

    @Test
    @DisplayName("the secret is the tenant's own; a new one makes the former worthless; sellers see neither")
    void secrets() {
        String old = till.secret();
        assertNotEquals(old, shop.bravo(() -> shop.payments.keys.entry(ID)).secret());
        assertTrue(shop.acme(() -> shop.payments.keys.entry(ID))
                .address()
                .endsWith("/api/acme/sales/payments/notifications/sandbox"));
        String renewed = shop.acme(() -> shop.payments.keys.renew(ID)).secret();
        assertNotEquals(old, renewed);
        assertEquals(renewed, till.secret());
        Instant now = shop.platform.clock().instant();
        refused("signature-invalid", () -> till.take("renewed CHARGE x X", old, now));
        assertEquals(1, till.take("renewed-" + shop.key() + " CHARGE x X", renewed, now));
        refused("seller-confined", () -> shop.seller(ANNA, () -> shop.payments.keys.entry(ID)));
        refused("seller-confined", () -> shop.seller(ANNA, () -> shop.payments.keys.renew(ID)));
        refused("seller-confined", () -> shop.seller(ANNA, () -> shop.payments.notices.list(PageRequest.of(1, null))));
        refused("gateway-not-found", () -> shop.acme(() -> shop.payments.keys.entry("other")));
        assertFalse(shop.acme(() -> shop.platform.core().audit().list(null, PageRequest.of(500, null)))
                .toString()
                .contains(renewed));
    }
}
