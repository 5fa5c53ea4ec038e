package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import org.bottega.api.Money;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.refund.RefundSize;
import org.bottega.sales.refund.Refunds.Wish;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** D18: where shares end. */
class ShareTest {

    private final Shop shop = Shop.shared();

    private static RefundSize percent(String number) {
        return new RefundSize(new BigDecimal(number), null);
    }

    private static RefundSize minor(long minor) {
        return new RefundSize(null, new Money(minor, "EUR"));
    }

    private Purchase give(Purchase purchase, RefundSize size) {
        return shop.acme(() ->
                        shop.refunds.give(shop.key(), purchase.transaction(), new Wish(size, null, "a part", null)))
                .purchase();
    }

    @Test
    @DisplayName("D18 of a price of 1 cent no share is given back; the cent itself is")
    void cent() {
        Purchase sold = shop.acme(() -> shop.sell(shop.offer(ANNA, 1), TestCard.APPROVED));
        assertEquals(
                409,
                refused("refund-too-small", () -> give(sold, percent("50")))
                        .kind()
                        .status());
        assertEquals(PurchaseStatus.APPROVED, shop.now(sold).status());
        assertEquals(PurchaseStatus.REFUNDED, give(sold, minor(1)).status());
    }

    @Test
    @DisplayName("D18 the 80 percent bound one share: three of 30 percent are given back, and an amount near the price")
    void shares() {
        Purchase sold = shop.acme(() -> shop.sell(shop.offer(ANNA, 10000), TestCard.APPROVED));
        for (int i = 0; i < 3; i++) {
            assertEquals(
                    PurchaseStatus.PARTIALLY_REFUNDED, give(sold, percent("30")).status());
        }
        assertEquals(
                1000L,
                refused("refund-exceeds-left", () -> give(sold, percent("30")))
                        .members()
                        .get("left"));
        Purchase other = shop.acme(() -> shop.sell(shop.offer(ANNA, 10000), TestCard.APPROVED));
        assertEquals(PurchaseStatus.PARTIALLY_REFUNDED, give(other, minor(9999)).status());
    }
}
