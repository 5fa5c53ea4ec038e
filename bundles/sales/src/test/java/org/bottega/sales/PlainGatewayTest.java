package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.SandboxGateway;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** A gateway that can do no more than it must: no slips, no cards kept for later, no notices of its own. */
class PlainGatewayTest {

    private Shop shop;

    @BeforeEach
    void open() {
        shop = new Shop(TestDatabase.Kind.usual());
        shop.gateways.add(new ApprovingGateway(SandboxGateway.ID));
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private String field(String code, NewPurchase order) {
        Problem problem = refused(code, () -> shop.acme(() -> shop.checkout.sell(shop.key(), order)));
        assertEquals(400, problem.kind().status());
        return problem.errors().get(0).field();
    }

    @Test
    @DisplayName("slips and pre-orders are refused by name and leave no purchase; cards are charged")
    void refusals() {
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250));
        assertEquals("payment.type", field("payment-type-unsupported", Till.slipOrder(offer)));
        Instant release = shop.platform.clock().instant().plus(Duration.ofDays(1));
        Offer later = shop.acme(() -> shop.catalog.addOffer(offer.product(), null, new Money(1250, "EUR"), release));
        assertEquals("offer", field("pre-order-unsupported", Shop.order(later, "ada@example.com", TestCard.APPROVED)));
        assertEquals(0, shop.book.count("sales_purchase"));
        assertEquals(0, shop.book.count("sales_payment"));
        assertEquals(PurchaseStatus.APPROVED, shop.sold().status());
    }

    @Test
    @DisplayName("there is no door for notices of a gateway that sends none, nor of one that is away: 404")
    void notices() {
        refused("gateway-not-found", () -> shop.nobody(() -> shop.gateways.notifying(SandboxGateway.ID)));
        refused("gateway-not-found", () -> shop.nobody(() -> shop.gateways.notifying("elsewhere")));
    }

    @Test
    @DisplayName(
            "without its gateway nothing is sold: 503, to come again; another instance that leaves changes nothing")
    void away() {
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250));
        ApprovingGateway newer = new ApprovingGateway(SandboxGateway.ID);
        shop.gateways.add(newer);
        shop.gateways.remove(new ApprovingGateway(SandboxGateway.ID));
        assertEquals(
                PurchaseStatus.APPROVED,
                shop.acme(() -> shop.sell(offer, TestCard.APPROVED)).status());
        shop.gateways.remove(newer);
        Problem problem = refused("gateway-unavailable", () -> shop.acme(() -> shop.sell(offer, TestCard.APPROVED)));
        assertEquals(503, problem.kind().status());
        assertEquals(1, shop.book.count("sales_purchase"));
    }
}
