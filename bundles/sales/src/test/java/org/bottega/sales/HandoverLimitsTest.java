package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.BRUNO;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.bottega.api.Money;
import org.bottega.sales.Catalog.NewProduct;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.api.RefundCase;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.refund.Handover.Given;
import org.bottega.sales.refund.Preview;
import org.bottega.sales.refund.RefundSize;
import org.bottega.sales.refund.Refunds.Wish;
import org.bottega.sales.refund.web.PreviewView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** D9, D18: how much is handed over, and what is not. */
class HandoverLimitsTest extends KeptStory {

    private static final Wish WHOLE = new Wish(RefundSize.WHOLE, null, "he is right", null);

    private Purchase sold;
    private String key;

    @BeforeEach
    void sell() {
        sold = shop.sold();
        key = shop.key();
    }

    private Given give(Purchase purchase, Wish wish) {
        return shop.seller(ANNA, () -> returns.handover.give(key, purchase.transaction(), wish));
    }

    private RefundCase found(Given given) {
        return shop.acme(() -> cases.find(given.handed().taken().request())).orElseThrow();
    }

    private static RefundSize minor(long minor) {
        return new RefundSize(null, new Money(minor, "EUR"));
    }

    @Test
    @DisplayName("D9, D18 a part is taken over as that; granted, the purchase is PARTIALLY_REFUNDED")
    void part() {
        Given given = give(sold, new Wish(new RefundSize(new BigDecimal("20"), null), null, "x", null));
        assertEquals(new Money(250, "EUR"), found(given).amount());
        assertEquals(new Money(250, "EUR"), given.handed().amount());
        String request = given.handed().taken().request();
        assertEquals(
                RefundCase.State.GRANTED,
                shop.acme(() -> cases.grant("g", request, null)).state());
        assertEquals(PurchaseStatus.PARTIALLY_REFUNDED, shop.now(sold).status());
        assertEquals(1000, shop.book.moved());
    }

    @Test
    @DisplayName("D18 on an order of several a part names its product, which the refund is then for")
    void several() {
        String soup = product("Soup", null);
        String kitchen = product("Kitchen", List.of(product("Bread", null), soup));
        Offer offer = shop.acme(() -> shop.catalog.addOffer(kitchen, null, new Money(3000, "EUR")));
        Purchase order = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
        refused("product-missing", () -> give(order, new Wish(minor(1000), null, "x", null)));
        Given given = give(order, new Wish(minor(1000), soup, "x", null));
        shop.acme(() -> cases.grant("g", given.handed().taken().request(), null));
        assertEquals(List.of(soup), shop.book.of(order, "sales_refund", "product_id"));
    }

    @Test
    @DisplayName("D9 a module's own command to sales gives back at once, kept or not")
    void contract() {
        assertEquals(
                PurchaseStatus.REFUNDED,
                shop.acme(() -> shop.api.refund(shop.key(), sold.transaction(), "x"))
                        .status());
    }

    private String product(String name, List<String> contains) {
        return shop.acme(() -> shop.catalog.add(new NewProduct(ANNA, name, null, null, null, contains)))
                .id();
    }

    @Test
    @DisplayName("REF-02, REF-12, D26 what speaks against a refund speaks against handing it over; nothing is opened")
    void refusals() {
        Duration age = Duration.ofDays(30);
        Purchase old = shop.sold();
        shop.book.boughtAt(old, shop.platform.clock().instant().minus(age));
        refused("refund-period-over", () -> give(old, WHOLE));
        refused("refund-exceeds-left", () -> give(sold, new Wish(minor(1251), null, "x", null)));
        refused("field-missing", () -> give(sold, new Wish(RefundSize.WHOLE, null, " ", null)));
        refused("preview-outdated", () -> give(sold, new Wish(RefundSize.WHOLE, null, "x", "before")));
        refused(
                "purchase-not-found",
                () -> shop.seller(BRUNO, () -> returns.handover.give(key, sold.transaction(), WHOLE)));
        assertEquals(PurchaseStatus.APPROVED, shop.now(sold).status());
        var first = returns.asked(sold);
        assertEquals(
                first.id(),
                refused("refund-request-open", () -> give(sold, WHOLE))
                        .members()
                        .get("request"));
    }

    @Test
    @DisplayName(
            "D9, REF-02 the preview says who would take it over; a confirmation of a preview that did not is refused")
    void preview() {
        Preview kept = shop.acme(() -> shop.refunds.preview(sold.transaction(), RefundSize.WHOLE, null));
        assertEquals(TicketBox.MODULE, PreviewView.of(kept).keeper());
        assertEquals(true, PreviewView.of(kept).refundable());
        box.keepsNoMore();
        Preview now = shop.acme(() -> shop.refunds.preview(sold.transaction(), RefundSize.WHOLE, null));
        assertNull(PreviewView.of(now).keeper());
        assertNotEquals(kept.expected(), now.expected());
        refused("preview-outdated", () -> give(sold, new Wish(RefundSize.WHOLE, null, "x", kept.expected())));
        assertEquals(1250, shop.book.moved());
    }
}
