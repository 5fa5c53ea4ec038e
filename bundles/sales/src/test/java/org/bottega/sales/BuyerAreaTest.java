package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.BRAVO;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.own.OwnData.Data;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a logged-in buyer reaches: his own, and nothing else. */
class BuyerAreaTest {

    private static final PageRequest FIRST = PageRequest.of(null, null);

    private static int number;

    private final Shop shop = Shop.shared();
    private final Post post = new Post(shop);

    private static String fresh() {
        return "own-" + ++number + "@example.com";
    }

    private List<String> listed(String email) {
        return post.buyer(email, () -> post.own.purchases(FIRST)).items().stream()
                .map(own -> own.purchase().transaction())
                .toList();
    }

    @Test
    @DisplayName("a buyer sees his own purchases in any status, newest first, page by page, and nobody else's")
    void own() {
        String email = fresh();
        Purchase first = post.sold(email);
        Purchase second = post.sold(email);
        Purchase foreign = post.sold(fresh());
        shop.book.force(first, "REFUNDED");
        shop.book.boughtAt(second, first.purchasedAt().plusSeconds(1));
        assertEquals(List.of(second.transaction(), first.transaction()), listed(email));
        var page = post.buyer(email, () -> post.own.purchases(PageRequest.of(1, null)));
        assertEquals(second.transaction(), page.items().get(0).purchase().transaction());
        assertEquals("Seller anna", page.items().get(0).sellerName());
        var next = post.buyer(email, () -> post.own.purchases(PageRequest.of(1, page.next())));
        assertEquals(first.transaction(), next.items().get(0).purchase().transaction());
        refused(
                "cursor-invalid",
                () -> post.buyer(foreign.buyer().email(), () -> post.own.purchases(PageRequest.of(1, page.next()))));
        assertEquals(
                first.transaction(),
                post.buyer(email, () -> post.own.purchase(first.transaction()))
                        .purchase()
                        .transaction());
    }

    @Test
    @DisplayName("another buyer's purchase, and one of another tenant, are not there, whatever is tried")
    void foreign() {
        Purchase sold = post.sold(fresh());
        String other = fresh();
        String t = sold.transaction();
        int mails = shop.platform.mails(Shop.ACME).size();
        refused("purchase-not-found", () -> post.buyer(other, () -> post.own.purchase(t)));
        refused("purchase-not-found", () -> post.buyer(other, () -> post.own.resend(t)));
        refused(
                "purchase-not-found",
                () -> post.buyer(
                        other,
                        () -> post.own.changeEmail(t, org.bottega.sales.email.Form.ofBuyer(null, other, other))));
        refused(
                "purchase-not-found",
                () -> shop.platform.asBuyer(BRAVO, sold.buyer().email(), () -> post.own.purchase(t)));
        assertEquals(List.of(), listed(other));
        assertEquals(mails, shop.platform.mails(Shop.ACME).size());
    }

    @Test
    @DisplayName("what is a buyer's own is refused to everybody who is none, whatever permission he has")
    void buyersOnly() {
        Purchase sold = post.sold(fresh());
        String t = sold.transaction();
        for (Problem problem : List.of(
                refused("buyers-only", () -> shop.acme(() -> post.own.purchases(FIRST))),
                refused("buyers-only", () -> shop.seller(ANNA, () -> post.own.purchase(t))),
                refused("buyers-only", () -> shop.seller(ANNA, () -> post.own.resend(t))),
                refused("buyers-only", () -> shop.nobody(() -> post.data.get())),
                refused("buyers-only", () -> shop.acme(() -> post.data.put("x", null))),
                refused("buyers-only", () -> shop.acme(() -> post.own.changeEmail(t, null))))) {
            assertEquals(403, problem.kind().status());
        }
    }

    @Test
    @DisplayName("SAL-05 a buyer sends himself the access again; the older link is void")
    void resend() {
        String email = fresh();
        Purchase sold = post.sold(email);
        String first = post.token("access", sold);
        post.buyer(email, () -> post.own.resend(sold.transaction()));
        assertEquals(2, shop.mails("access", sold).size());
        assertEquals(email, shop.mails("access", sold).get(1).to());
        refused("link-voided", () -> shop.nobody(() -> shop.access.open(first)));
        shop.book.force(sold, "APPROVED");
        shop.acme(() -> shop.services.inUnit(() -> {
            shop.access.revoke(sold.transaction());
            return null;
        }));
        refused("access-not-granted", () -> post.buyer(email, () -> post.own.resend(sold.transaction())));
    }

    @Test
    @DisplayName("ACC-12 name and tax id are put on file by the buyer; the tax id once, then by staff only")
    void data() {
        String email = fresh();
        assertEquals(new Data(email, null, null), post.buyer(email, post.data::get));
        Purchase sold = post.sold(email);
        assertEquals(new Data(email, "Ada Lovelace", null), post.buyer(email, post.data::get));
        post.buyer(email, () -> post.data.put("Ada King", "390.533.447-05"));
        assertEquals(new Data(email, "Ada King", "390.533.447-05"), post.buyer(email, post.data::get));
        post.buyer(email, () -> post.data.put("Ada K", null));
        post.buyer(email, () -> post.data.put("Ada K", "39053344705"));
        refused("tax-id-fixed", () -> post.buyer(email, () -> post.data.put("Ada", "39053344706")));
        assertEquals(new Data(email, "Ada K", "390.533.447-05"), post.buyer(email, post.data::get));
        assertEquals("Ada Lovelace", shop.now(sold).buyer().name(), "a purchase keeps the name it was made with");

        refused(
                "tenant-staff-only",
                () -> shop.seller(ANNA, () -> run(() -> post.data.file(sold.transaction(), "X12345"))));
        shop.acme(() -> run(() -> post.data.file(sold.transaction(), "X12345")));
        assertEquals("X12345", post.buyer(email, post.data::get).taxId());
        shop.acme(() -> run(() -> post.data.file(sold.transaction(), null)));
        assertNull(post.buyer(email, post.data::get).taxId());
        refused("purchase-not-found", () -> shop.acme(() -> run(() -> post.data.file("HPX", "X12345"))));
    }

    @Test
    @DisplayName("what is missing or no tax id is refused, naming the field")
    void wrongData() {
        String email = fresh();
        refused("field-missing", () -> post.buyer(email, () -> post.data.put(" ", null)));
        refused("too-long", () -> post.buyer(email, () -> post.data.put("x".repeat(201), null)));
        Problem problem =
                refused("tax-id-invalid", () -> post.buyer(email, () -> post.data.put("A", "529.982.247-24")));
        assertEquals("taxId", problem.errors().get(0).field());
        assertEquals(new Data(email, null, null), post.buyer(email, post.data::get));
    }

    @Test
    @DisplayName(
            "ACC-11 a tax id is one buyer's in a tenant, however it is written: 409 for a second one, at a sale too")
    void unique() {
        String email = fresh();
        post.sold(email, "111.444.777-35");
        String other = fresh();
        Problem problem = refused("tax-id-taken", () -> post.buyer(other, () -> post.data.put("Bea", "11144477735")));
        assertEquals(409, problem.kind().status());
        assertEquals(new Data(other, null, null), post.buyer(other, post.data::get));
        long moved = shop.book.moved();
        refused("tax-id-taken", () -> post.sold(other, "111444777/35"));
        assertEquals(moved, shop.book.moved());
        post.sold(email, "11144477735");
        Purchase sold = post.sold(other);
        refused("tax-id-taken", () -> shop.acme(() -> run(() -> post.data.file(sold.transaction(), "11144477735"))));
        assertTrue(shop.book.buyer(email, "tax_key").contains("11144477735"));
    }

    private static Object run(Runnable work) {
        work.run();
        return work;
    }
}
