package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.bottega.api.Money;
import org.bottega.api.Problem;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.TestCard;
import org.bottega.sales.refund.Preview;
import org.bottega.sales.refund.RefundSize;
import org.bottega.sales.refund.Refunds.Wish;
import org.bottega.sales.refund.Side;
import org.bottega.sales.refund.web.PreviewView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a refund would do, and the confirmation that must mean just that. */
class PreviewTest {

    private final Shop shop = Shop.shared();
    private final long before = shop.book.moved();

    private Preview look(Purchase purchase, RefundSize size) {
        return shop.acme(() -> shop.refunds.preview(purchase.transaction(), size, null));
    }

    private static RefundSize percent(String number) {
        return new RefundSize(new BigDecimal(number), null);
    }

    private static List<String> codes(Preview preview) {
        return preview.refusals().stream().map(Problem::code).toList();
    }

    private PurchaseStatus confirm(Purchase purchase, RefundSize size, String expected) {
        Wish wish = new Wish(size, null, "x", expected);
        return shop.acme(() -> shop.refunds.give(shop.key(), purchase.transaction(), wish))
                .purchase()
                .status();
    }

    @Test
    @DisplayName("REF-02 the preview says who gets what back, what is lost, the clause that decides; no fees")
    void whole() {
        Purchase sold = shop.sold();
        Preview preview = look(sold, RefundSize.WHOLE);
        assertTrue(preview.refundable());
        assertEquals(new Money(1250, "EUR"), preview.amount());
        assertEquals(List.of(new Preview.Lost(sold.product(), "Pasta by hand")), preview.lost());
        assertEquals(PurchaseStatus.REFUNDED, preview.statusAfter());
        assertEquals(RefundPolicy.GUARANTEE, preview.clause().policy());
        assertEquals(
                sold.purchasedAt().plus(Duration.ofDays(30)), preview.clause().sellerUntil());
        assertEquals(
                "a buyer may ask within the guarantee of 30 days",
                preview.clause().words(Side.BUYER));

        PreviewView view = PreviewView.of(preview);
        assertEquals(new Money(1250, "EUR"), view.buyerGets());
        assertEquals(new Money(1250, "EUR"), view.sellerPays());
        assertEquals(new Money(0, "EUR"), view.fees());
        assertEquals(new Money(0, "EUR"), view.leftAfter());
        assertEquals("ada@example.com", view.buyer().email());
        assertEquals(ANNA, view.seller());
    }

    @Test
    @DisplayName("REF-02, D18 of a part nothing is lost, and what is left afterwards is said")
    void part() {
        Preview preview = look(shop.sold(), percent("20"));
        assertEquals(List.of(), preview.lost());
        assertEquals(PurchaseStatus.PARTIALLY_REFUNDED, preview.statusAfter());
        assertEquals(new Money(1000, "EUR"), PreviewView.of(preview).leftAfter());
    }

    @Test
    @DisplayName("D8 under TICKET the buyer's last instant is 60 days after the sale, the seller's 90")
    void ticket() {
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250, 7, RefundPolicy.TICKET));
        Purchase sold = shop.acme(() -> shop.sell(offer, TestCard.APPROVED));
        var clause = look(sold, RefundSize.WHOLE).clause();
        assertEquals(sold.purchasedAt().plus(Duration.ofDays(60)), clause.buyerUntil());
        assertEquals(sold.purchasedAt().plus(Duration.ofDays(90)), clause.sellerUntil());
        assertEquals("a buyer may ask while the sale is less than 60 days old", clause.words(Side.BUYER));
    }

    @Test
    @DisplayName("REF-02 every reason against it is said at once, the weightiest first, and nothing would be got")
    void refusals() {
        Purchase sold = shop.sold();
        shop.book.boughtAt(sold, shop.platform.clock().instant().minus(Duration.ofDays(30)));
        shop.book.force(sold, "BLOCKED");
        Preview preview = look(sold, new RefundSize(null, new Money(1251, "EUR")));
        assertEquals(List.of("transition-forbidden", "refund-period-over", "refund-exceeds-left"), codes(preview));
        PreviewView view = PreviewView.of(preview);
        assertFalse(view.refundable());
        assertEquals(new Money(0, "EUR"), view.buyerGets());
        assertEquals(new Money(1250, "EUR"), view.leftAfter());
        assertEquals(List.of(), view.lost());

        shop.book.importLike(sold, "elsewhere-" + shop.key());
        assertEquals("payment-not-ours", codes(look(sold, RefundSize.WHOLE)).get(0));
    }

    @Test
    @DisplayName("D28 what is not paid yet cannot be given back: its payment's state is said")
    void notSettled() {
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250));
        Purchase pending = shop.acme(() -> shop.sell(offer, TestCard.DELAYED));
        Preview preview = look(pending, RefundSize.WHOLE);
        assertEquals(List.of("transition-forbidden", "payment-not-settled"), codes(preview));
        assertEquals("PENDING", preview.refusals().get(1).members().get("payment"));
        shop.platform.advance(Duration.ofMinutes(1));
        assertEquals(List.of(), codes(look(pending, RefundSize.WHOLE)));
    }

    @Test
    @DisplayName("REF-02 to look, and to refuse a confirmation, leave every column of the sale as it was")
    void untouched() {
        Purchase sold = shop.sold();
        List<String> row = shop.book.row(sold);
        String expected = look(sold, RefundSize.WHOLE).expected();
        refused("preview-outdated", () -> confirm(sold, percent("50"), expected));
        refused("refund-exceeds-left", () -> confirm(sold, new RefundSize(null, new Money(1251, "EUR")), null));
        assertEquals(row, shop.book.row(sold));
        assertEquals(1250, shop.book.moved() - before);
    }

    @Test
    @DisplayName("REF-02, REF-03 a confirmation of what was previewed is done at once")
    void confirmed() {
        Purchase sold = shop.sold();
        String expected = look(sold, RefundSize.WHOLE).expected();
        assertEquals(expected, look(sold, RefundSize.WHOLE).expected());
        assertEquals(PurchaseStatus.REFUNDED, confirm(sold, RefundSize.WHOLE, expected));
        assertEquals(0, shop.book.moved() - before);
    }

    @Test
    @DisplayName("REF-02 a confirmation of what has changed since is refused, and says what it would be now")
    void outdated() {
        Purchase sold = shop.sold();
        String expected = look(sold, RefundSize.WHOLE).expected();
        confirm(sold, percent("20"), null);
        Preview now = look(sold, RefundSize.WHOLE);
        assertNotEquals(expected, now.expected());
        Problem problem = refused("preview-outdated", () -> confirm(sold, RefundSize.WHOLE, expected));
        assertEquals(409, problem.kind().status());
        assertEquals(now.expected(), problem.members().get("expected"));
        assertEquals(1000L, problem.members().get("amount"));
        assertEquals(PurchaseStatus.REFUNDED, confirm(sold, RefundSize.WHOLE, now.expected()));
    }

    @Test
    @DisplayName("REF-02 the same key again with the preview of before answers what was done")
    void again() {
        Purchase sold = shop.sold();
        Wish wish = new Wish(
                RefundSize.WHOLE, null, "x", look(sold, RefundSize.WHOLE).expected());
        String key = shop.key();
        var first = shop.acme(() -> shop.refunds.give(key, sold.transaction(), wish));
        assertEquals(first, shop.acme(() -> shop.refunds.give(key, sold.transaction(), wish)));
        assertEquals(0, shop.book.moved() - before);
    }
}
