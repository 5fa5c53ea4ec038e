package org.bottega.sales;

import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bottega.api.Problem;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.email.Form;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the seller is refused when he changes an address, and how it is told (ACC-14, ACC-16, D2). */
class EmailRefusalTest {

    private final Shop shop = Shop.shared();
    private final Post post = new Post(shop);

    private static int number;

    /** An address nobody else uses. */
    private static String fresh() {
        return "refused-" + ++number + "@example.com";
    }

    @Test
    @DisplayName("ACC-14 every input that is missing is named, and nothing is changed")
    void missing() {
        Purchase sold = post.sold(fresh());
        Problem problem = refused("field-missing", () -> post.change(sold, new Form(null, " ", null, "", null)));
        assertEquals(400, problem.kind().status());
        assertEquals(
                List.of("reason", "currentEmail", "newEmail", "newEmailRepeated"),
                problem.errors().stream().map(Problem.FieldError::field).toList());
        assertTrue(problem.errors().stream().allMatch(error -> error.code().equals("field-missing")));
        assertEquals(sold, shop.now(sold));
    }

    @ParameterizedTest
    @CsvSource({
        "BORED, a@example.com, a@example.com, reason-unknown, reason",
        "OTHER, a@example.com, b@example.com, emails-differ, newEmailRepeated",
        "OTHER, a@example.com, A@example.com, emails-differ, newEmailRepeated",
        "OTHER, nonsense, nonsense, email-invalid, newEmail"
    })
    @DisplayName("ACC-14 what is wrong is refused: reason of the list, an address, the same twice letter by letter")
    void wrong(String reason, String next, String again, String code, String field) {
        String email = fresh();
        Purchase sold = post.sold(email);
        Problem problem = refused(code, () -> post.change(sold, new Form(reason, email, next, again, null)));
        assertEquals(400, problem.kind().status());
        assertEquals(
                List.of(field),
                problem.errors().stream().map(Problem.FieldError::field).toList());
        assertEquals(sold, shop.now(sold));
    }

    @Test
    @DisplayName("ACC-14 the current address must be the purchase's; its case does not count")
    void currentAddress() {
        String email = fresh();
        Purchase sold = post.sold(email);
        refused("current-email-wrong", () -> post.change(sold, "other@example.com", fresh()));
        assertEquals(sold, shop.now(sold));
        post.change(sold, email.toUpperCase(java.util.Locale.ROOT), fresh());
    }

    @Test
    @DisplayName("D2 all conditions that fail are told at once, and nothing is half done")
    void allAtOnce() {
        String email = fresh();
        Purchase sold = post.sold(email);
        shop.nobody(() -> shop.access.open(post.token("access", sold)));
        shop.book.force(sold, "PROTESTED");
        int mails = shop.platform.mails(Shop.ACME).size();
        Problem problem = refused("current-email-wrong", () -> post.change(sold, "x@example.com", "anna@example.com"));
        assertEquals(409, problem.kind().status());
        assertEquals(
                List.of(
                        "current-email-wrong",
                        "email-change-status",
                        "email-change-accessed",
                        "email-change-sellers-address"),
                problem.errors().stream().map(Problem.FieldError::code).toList());
        assertTrue(problem.errors().get(1).detail().contains("PROTESTED"), problem.getMessage());
        assertEquals(email, shop.now(sold).buyer().email());
        assertEquals(mails, shop.platform.mails(Shop.ACME).size());
        assertEquals(List.of(), shop.book.of(sold, "sales_email_change", "id"));
    }

    @Test
    @DisplayName("ACC-16 refused after the first access, by whatever link")
    void accessed() {
        String email = fresh();
        Purchase sold = post.sold(email);
        shop.nobody(() -> shop.access.open(post.token("access", sold)));
        shop.acme(() -> shop.access.resend(sold.transaction()));
        refused("email-change-accessed", () -> post.change(sold, email, fresh()));
        post.policy("onlyNeverAccessed", false);
        post.change(sold, email, fresh());
        post.defaultPolicy();
    }

    @Test
    @DisplayName("D2 two changes of a purchase, changing back is one of them; the third is refused, policy maxChanges")
    void thirdChange() {
        String email = fresh();
        String next = fresh();
        Purchase sold = post.sold(email);
        post.change(sold, email, next);
        post.change(sold, next, email);
        assertEquals(sold, shop.now(sold), "undone");
        Problem problem = refused("email-change-limit", () -> post.change(sold, email, next));
        assertTrue(problem.getMessage().contains("2"), problem.getMessage());
        post.policy("maxChanges", 3);
        post.change(sold, email, next);
        post.defaultPolicy();
    }

    @Test
    @DisplayName(
            "D2 the seller's addresses are refused: of account, of support, of the product; unless the policy says so")
    void sellersAddress() {
        String seller = "with-support";
        shop.acme(() -> shop.platform
                .sellers()
                .create(new org.bottega.api.Seller(
                        seller,
                        "S",
                        "Account@example.com",
                        "support@example.com",
                        java.time.ZoneId.of("Europe/Rome"),
                        java.util.Locale.ENGLISH)));
        Product product = shop.acme(() ->
                shop.catalog.add(new Catalog.NewProduct(seller, "P", "help@example.com", 30, RefundPolicy.GUARANTEE)));
        Offer offer = shop.acme(() -> shop.catalog.addOffer(product.id(), null, new org.bottega.api.Money(100, "EUR")));
        String email = fresh();
        Purchase sold = shop.acme(() ->
                shop.checkout.sell(shop.key(), Shop.order(offer, email, org.bottega.sales.payment.TestCard.APPROVED)));
        for (String own : List.of("account@example.com", "SUPPORT@example.com", "help@example.com")) {
            refused("email-change-sellers-address", () -> post.change(sold, email, own));
        }
        post.policy("refuseSellersAddress", false);
        post.change(sold, email, "support@example.com");
        post.defaultPolicy();
    }

    @Test
    @DisplayName("D2 the same address again is no change, whatever its case")
    void same() {
        String email = fresh();
        Purchase sold = post.sold(email);
        refused("email-change-same", () -> post.change(sold, email, email.toUpperCase(java.util.Locale.ROOT)));
    }
}
