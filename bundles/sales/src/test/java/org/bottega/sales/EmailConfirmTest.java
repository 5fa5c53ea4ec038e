package org.bottega.sales;

import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.bottega.api.Caller;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.core.testing.SentMail;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.email.Confirmations.Waiting;
import org.bottega.sales.email.EmailChange;
import org.bottega.sales.email.EmailChange.MadeBy;
import org.bottega.sales.email.Form;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The buyer changes the address himself, by a link mailed to the new one (ACC-17, ACC-18). */
class EmailConfirmTest {

    private static int number;

    private final Shop shop = Shop.shared();
    private final Post post = new Post(shop);
    private final String before = "before-" + ++number + "@example.com";
    private final String next = "next-" + number + "@example.com";
    private Purchase sold;

    @BeforeEach
    void open() {
        sold = post.sold(before);
    }

    @AfterEach
    void close() {
        post.defaultPolicy();
    }

    private Waiting ask(String address) {
        return post.buyer(before, () -> post.own.changeEmail(sold.transaction(), Form.ofBuyer(null, address, address)));
    }

    private String asked(String address) {
        ask(address);
        return post.token("email-confirm", sold);
    }

    private EmailChange confirm(String token) {
        return shop.nobody(() -> post.confirmations.confirm(token));
    }

    @Test
    @DisplayName("ACC-17 the link goes to the new address, nothing changes until it is confirmed, and then once")
    void confirmed() {
        Waiting waiting = ask(next.toUpperCase(Locale.ROOT));
        assertEquals(next, waiting.newEmail());
        SentMail mail = shop.mails("email-confirm", sold).get(0);
        assertEquals(next, mail.to());
        assertFalse(mail.text().contains(before), mail.text());
        String token = post.token("email-confirm", sold);
        assertEquals(waiting, shop.nobody(() -> post.confirmations.show(token)));
        assertEquals(before, shop.now(sold).buyer().email(), "looking changes nothing");

        EmailChange change = confirm(token);
        assertEquals(MadeBy.BUYER, change.madeBy());
        assertEquals(next, shop.now(sold).buyer().email());
        assertEquals(before, shop.mails("email-notice", sold).get(0).to());
        assertEquals(
                410, refused("confirmation-used", () -> confirm(token)).kind().status());
        refused("confirmation-used", () -> shop.nobody(() -> post.confirmations.show(token)));
        assertEquals(1, shop.book.of(sold, "sales_email_change", "id").size());
    }

    @Test
    @DisplayName("a purchase whose address was changed is seen under the new one, and no longer under the old")
    void moved() {
        confirm(asked(next));
        PageRequest all = PageRequest.of(null, null);
        assertEquals(
                List.of(), post.buyer(before, () -> post.own.purchases(all)).items());
        refused("purchase-not-found", () -> post.buyer(before, () -> post.own.purchase(sold.transaction())));
        assertEquals(1, post.buyer(next, () -> post.own.purchases(all)).items().size());
    }

    @Test
    @DisplayName("ACC-17 a link is good for 24 hours: confirmed a millisecond before, refused at the instant")
    void expiry() {
        String token = asked(next);
        shop.platform.advance(Duration.ofHours(24).minusMillis(1));
        assertEquals(next, shop.nobody(() -> post.confirmations.show(token)).newEmail());
        shop.platform.advance(Duration.ofMillis(1));
        assertEquals(
                410,
                refused("confirmation-expired", () -> confirm(token)).kind().status());
        assertEquals(before, shop.now(sold).buyer().email());
        String second = asked(next);
        shop.platform.advance(Duration.ofHours(24).minusMillis(1));
        confirm(second);
    }

    @Test
    @DisplayName("a newer link voids the older, and so does a change made by somebody else")
    void voided() {
        String first = asked(next);
        String second = asked("third@example.com");
        assertEquals(
                410, refused("confirmation-voided", () -> confirm(first)).kind().status());
        post.change(sold, before, "fourth@example.com");
        refused("confirmation-voided", () -> confirm(second));
    }

    @Test
    @DisplayName("made up links, another tenant's and links for something else confirm nothing: 404")
    void foreignLinks() {
        String token = asked(next);
        String receipt = post.token("receipt", sold);
        for (String nonsense : List.of("x", token.substring(1), receipt, post.token("access", sold))) {
            assertEquals(
                    404,
                    refused("confirmation-not-found", () -> confirm(nonsense))
                            .kind()
                            .status());
        }
        refused("confirmation-not-found", () -> shop.platform
                .callers()
                .as(Caller.anonymous(Shop.BRAVO, "test"), () -> post.confirmations.confirm(token)));
        refused("confirmation-not-found", () -> shop.nobody(() -> post.confirmations.show("x")));
    }

    @Test
    @DisplayName("ACC-16 the conditions hold for the buyer too, when he asks and again when he confirms")
    void conditions() {
        refused("email-change-same", () -> ask(before));
        refused("email-change-sellers-address", () -> ask("anna@example.com"));
        refused("field-missing", () -> ask(null));
        refused(
                "reason-unknown",
                () -> post.buyer(
                        before, () -> post.own.changeEmail(sold.transaction(), Form.ofBuyer("X", next, next))));
        String token = asked(next);
        shop.nobody(() -> shop.access.open(post.token("access", sold)));
        refused("email-change-accessed", () -> confirm(token));
        refused("email-change-accessed", () -> ask(next));
        assertEquals(before, shop.now(sold).buyer().email());
        assertEquals(1, shop.mails("email-confirm", sold).size());
    }

    @Test
    @DisplayName("five confirmation mails within 24 hours, a sixth is refused until a day has passed since the first")
    void tooMany() {
        for (int i = 0; i < 5; i++) {
            ask("n" + i + "@example.com");
        }
        Problem problem = refused("too-many-confirmations", () -> ask(next));
        assertEquals(429, problem.kind().status());
        shop.platform.advance(Duration.ofHours(24).minusMillis(1));
        refused("too-many-confirmations", () -> ask(next));
        shop.platform.advance(Duration.ofMillis(1));
        ask(next);
    }

    @Test
    @DisplayName("ACC-18 from the order receipt: the buyer's link asks for a change, the seller's does not")
    void byReceipt() {
        String own = post.token("receipt", sold);
        String sellers = post.token("sale", sold);
        Form form = Form.ofBuyer("MISTYPED", next, next);
        assertEquals(
                sold.transaction(),
                shop.nobody(() -> shop.receipts.open(own)).purchase().transaction());
        refused("receipt-not-found", () -> shop.nobody(() -> post.own.changeEmailByReceipt(sellers, form)));
        refused("receipt-not-found", () -> shop.nobody(() -> post.own.changeEmailByReceipt("x", form)));
        shop.nobody(() -> post.own.changeEmailByReceipt(own, form));
        confirm(post.token("email-confirm", sold));
        assertEquals(next, shop.now(sold).buyer().email());

        assertEquals(
                410,
                refused("link-voided", () -> shop.nobody(() -> shop.receipts.open(own)))
                        .kind()
                        .status());
        refused("receipt-not-found", () -> shop.nobody(() -> post.own.changeEmailByReceipt(own, form)));
        assertEquals(
                sold.transaction(),
                shop.nobody(() -> shop.receipts.open(sellers)).purchase().transaction());
        String newest = post.token("email-changed", sold);
        assertTrue(shop.nobody(() -> shop.receipts.open(newest))
                .purchase()
                .buyer()
                .email()
                .equals(next));
    }

    @Test
    @DisplayName("D2 under SUPPORT a buyer changes nothing himself, not by a link mailed before either: 403")
    void bySupport() {
        String token = asked(next);
        post.policy("mode", "SUPPORT");
        assertEquals(
                403, refused("email-change-by-support", () -> ask(next)).kind().status());
        refused("email-change-by-support", () -> confirm(token));
        assertEquals(before, shop.now(sold).buyer().email());
    }
}
