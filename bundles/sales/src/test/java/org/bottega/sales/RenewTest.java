package org.bottega.sales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javax.ws.rs.core.Response;
import org.bottega.sales.payment.SandboxGateway;
import org.bottega.sales.payment.web.PaymentsResource;
import org.bottega.sales.payment.web.PaymentsResource.EntryView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A new secret of a gateway. */
class RenewTest {

    private final Shop shop = Shop.shared();

    @Test
    @DisplayName("the answer with a new secret is marked so that it is not kept under its idempotency key")
    void notKept() {
        PaymentsResource resource =
                new PaymentsResource(shop.payments.notices, shop.payments.keys, shop.payments.sandbox);
        Response answer = shop.bravo(() -> resource.renewGateway(SandboxGateway.ID));
        assertEquals("no-cache", answer.getHeaderString("Pragma"));
        String secret =
                shop.bravo(() -> shop.payments.keys.entry(SandboxGateway.ID)).secret();
        assertEquals(secret, ((EntryView) answer.getEntity()).secret());
    }
}
