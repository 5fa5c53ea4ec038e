package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.BRUNO;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.core.testing.SentMail;
import org.bottega.persistence.testing.TestDatabase;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.email.EmailChange;
import org.bottega.sales.email.EmailChange.MadeBy;
import org.bottega.sales.email.Form;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The seller changes the address of a purchase (ACC-13 to ACC-16). */
class EmailChangeTest {

    private final Shop shop = Shop.shared();
    private final Post post = new Post(shop);

    private static int number;

    /** An address nobody else uses. */
    private static String fresh() {
        return "person-" + ++number + "@example.com";
    }

    static Stream<TestDatabase.Kind> kinds() {
        return TestDatabase.kinds();
    }

    @ParameterizedTest
    @MethodSource("kinds")
    @DisplayName("ACC-11, ACC-15 the purchase and its access belong to the new address, the rest stays, both are told")
    void changed(TestDatabase.Kind kind) {
        try (Shop fresh = new Shop(kind)) {
            Post its = new Post(fresh);
            Purchase sold = its.sold("old@example.com");
            Purchase other = its.sold("old@example.com");
            String first = its.token("access", sold);
            EmailChange change = fresh.seller(
                    ANNA,
                    () -> its.changes.change(
                            fresh.key(), sold.transaction(), Post.form("OLD@example.com", "New@Example.com")));
            fresh.platform.drain();

            assertEquals("old@example.com", change.oldEmail());
            assertEquals("new@example.com", change.newEmail());
            assertEquals(MadeBy.SELLER, change.madeBy());
            Purchase now = fresh.now(sold);
            assertEquals("new@example.com", now.buyer().email());
            assertEquals(sold.buyer().name(), now.buyer().name());
            assertEquals(List.of(now.buyer().id()), fresh.book.buyer("new@example.com", "id"));
            assertEquals(
                    sold.toString().replace(sold.buyer().toString(), now.buyer().toString()),
                    now.toString(),
                    "nothing but the buyer");
            assertEquals(other, fresh.now(other), "the old buyer's other purchases stay as they are");
            assertEquals(List.of(now.buyer().id()), fresh.book.of(sold, "sales_access", "buyer_id"));
            told(its, sold, first);
        }
    }

    private static void told(Post its, Purchase sold, String first) {
        Shop fresh = its.shop;
        SentMail told = fresh.mails("email-changed", sold).get(0);
        assertEquals("new@example.com", told.to());
        SentMail notice = fresh.mails("email-notice", sold).get(0);
        assertEquals("old@example.com", notice.to());
        assertFalse(notice.text().contains("new@example.com"), notice.text());
        assertTrue(notice.text().contains("n***@e***.com"), notice.text());
        List<SentMail> access = fresh.mails("access", sold);
        assertEquals("new@example.com", access.get(1).to());
        refused("link-voided", () -> fresh.nobody(() -> fresh.access.open(first)));
        assertEquals(
                sold.transaction(),
                fresh.nobody(() -> fresh.access.open(its.token("access", sold))).transaction());
    }

    @Test
    @DisplayName("the same key changes nothing more; for another change it is refused")
    void sameKey() {
        String email = fresh();
        String next = fresh();
        Purchase sold = post.sold(email);
        String key = shop.key();
        EmailChange first = shop.acme(() -> post.changes.change(key, sold.transaction(), Post.form(email, next)));
        EmailChange again = shop.acme(() -> post.changes.change(key, sold.transaction(), Post.form(email, next)));
        assertEquals(first, again);
        assertEquals(1, shop.mails("email-changed", sold).size());
        refused(
                "idempotency-key-reused",
                () -> shop.acme(() -> post.changes.change(key, sold.transaction(), Post.form(next, fresh()))));
        refused(
                "idempotency-key-missing",
                () -> shop.acme(() -> post.changes.change(" ", sold.transaction(), Post.form(next, fresh()))));
    }

    @Test
    @DisplayName("of two changes at once one wins, the other is refused with 409")
    void race() throws Exception {
        String email = fresh();
        Purchase sold = post.sold(email);
        CyclicBarrier start = new CyclicBarrier(2);
        List<CompletableFuture<Integer>> both = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String next = fresh();
            both.add(CompletableFuture.supplyAsync(() -> {
                try {
                    start.await();
                    post.change(sold, email, next);
                    return 200;
                } catch (Problem problem) {
                    return problem.kind().status();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }));
        }
        List<Integer> answers = new ArrayList<>();
        for (CompletableFuture<Integer> answer : both) {
            answers.add(answer.get());
        }
        assertEquals(List.of(200, 409), answers.stream().sorted().toList());
        assertEquals(1, shop.book.of(sold, "sales_email_change", "id").size());
    }

    @Test
    @DisplayName("another seller and another tenant find no such purchase")
    void foreign() {
        String email = fresh();
        Purchase sold = post.sold(email);
        Form form = Post.form(email, fresh());
        String t = sold.transaction();
        refused("purchase-not-found", () -> shop.seller(BRUNO, () -> post.changes.change("k", t, form)));
        refused("purchase-not-found", () -> shop.bravo(() -> post.changes.change("k", t, form)));
        refused("purchase-not-found", () -> shop.seller(BRUNO, () -> post.changes.preview(t, null)));
        refused(
                "purchase-not-found",
                () -> shop.seller(BRUNO, () -> post.changes.history(t, PageRequest.of(null, null))));
        assertEquals(sold, shop.now(sold));
    }

    @Test
    @DisplayName("the preview names what would be refused; the history tells what was changed, newest first")
    void previewAndHistory() {
        String email = fresh();
        String next = fresh();
        Purchase sold = post.sold(email);
        var free = shop.acme(() -> post.changes.preview(sold.transaction(), next));
        assertEquals(List.of(), free.refusals());
        assertEquals(sold.purchasedAt().plus(java.time.Duration.ofDays(40)), free.until());
        post.change(sold, email, next);
        post.change(sold, next, email);
        var full = shop.acme(() -> post.changes.preview(sold.transaction(), email));
        assertEquals(
                List.of("email-change-limit", "email-change-same"),
                full.refusals().stream().map(refusal -> refusal.code()).toList());
        assertEquals(2, full.changes());
        var page = shop.acme(() -> post.changes.history(sold.transaction(), PageRequest.of(1, null)));
        assertEquals(email, page.items().get(0).newEmail());
        assertTrue(page.next() != null);
        refused("email-invalid", () -> shop.acme(() -> post.changes.preview(sold.transaction(), "x")));
    }

    @Test
    @DisplayName("a sale told again under its key is the same sale, though its address was changed since")
    void saleAgain() {
        String email = fresh();
        Offer offer = shop.acme(() -> shop.offer(ANNA, 1250));
        String key = shop.key();
        NewPurchase order = Shop.order(offer, email, org.bottega.sales.payment.TestCard.APPROVED);
        Purchase sold = shop.acme(() -> shop.checkout.sell(key, order));
        post.change(sold, email, fresh());
        assertEquals(
                sold.transaction(),
                shop.acme(() -> shop.checkout.sell(key, order)).transaction());
    }
}
