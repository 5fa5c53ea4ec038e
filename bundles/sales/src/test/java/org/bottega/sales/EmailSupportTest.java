package org.bottega.sales;

import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.bottega.api.Problem;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.email.EmailChange;
import org.bottega.sales.email.EmailChange.MadeBy;
import org.bottega.sales.email.Form;
import org.bottega.sales.payment.TestCard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Support changes the address of a purchase, against the tax id (ACC-10 to ACC-12). */
class EmailSupportTest {

    private static int number = 10_000;

    private final Shop shop = Shop.shared();
    private final Post post = new Post(shop);
    private final String before = "client-" + ++number + "@example.com";
    private final String next = "later-" + number + "@example.com";
    private final String tax = "T-" + number + "-X";
    private Purchase sold;

    @BeforeEach
    void open() {
        post.policy("mode", "SUPPORT");
        sold = post.sold(before, tax);
    }

    @AfterEach
    void close() {
        post.defaultPolicy();
    }

    private Form form(String current, String taxId) {
        return new Form("NEW_ADDRESS", current, next, next, taxId);
    }

    @Test
    @DisplayName("ACC-10, ACC-11 changed with current address, tax id however written, new address")
    void changed() {
        assertEquals(
                MadeBy.SUPPORT,
                post.change(sold, form(before, "t" + number + "x")).madeBy());
        assertEquals(next, shop.now(sold).buyer().email());
        assertEquals(List.of(tax), shop.book.buyer(next, "tax_id"), "ACC-11 the tax id goes with the last purchase");
        assertEquals(Collections.singletonList(null), shop.book.buyer(before, "tax_id"));
        post.change(sold, new Form("OTHER", next, before, before, tax));
        assertEquals(sold, shop.now(sold));
    }

    @Test
    @DisplayName("ACC-11 the tax id stays with the old address while other purchases do")
    void others() {
        post.sold(before);
        post.change(sold, form(before, tax));
        assertEquals(List.of(tax), shop.book.buyer(before, "tax_id"));
    }

    @Test
    @DisplayName("ACC-11 a tax id that the new address has on file already is kept")
    void ownTaxId() {
        post.sold(next, "X-" + number);
        post.change(sold, form(before, tax));
        assertEquals(List.of("X-" + number), shop.book.buyer(next, "tax_id"));
        assertEquals(List.of(tax), shop.book.buyer(before, "tax_id"));
    }

    @Test
    @DisplayName("ACC-10 not processed while anything is missing; each is named")
    void missing() {
        Problem problem = refused("field-missing", () -> post.change(sold, new Form("OTHER", null, null, null, " ")));
        assertEquals(
                List.of("currentEmail", "newEmail", "newEmailRepeated", "taxId"),
                problem.errors().stream().map(Problem.FieldError::field).toList());
        assertEquals(sold, shop.now(sold));
        assertEquals(List.of(), shop.book.of(sold, "sales_email_try", "id"));
    }

    @Test
    @DisplayName("ACC-12 without a tax id on file: refused, with the advice to add it first; then changed")
    void notOnFile() {
        Purchase other = post.sold("bea@support.example");
        Problem problem = refused("tax-id-not-on-file", () -> post.change(other, form("bea@support.example", tax)));
        assertEquals(409, problem.kind().status());
        assertTrue(problem.getMessage().contains("My account > Personal data"), problem.getMessage());
        assertEquals(other, shop.now(other));
        post.buyer("bea@support.example", () -> post.data.put("Bea", "ABC-" + number));
        post.change(other, form("bea@support.example", "abc" + number));
        assertEquals(next, shop.now(other).buyer().email());
    }

    @Test
    @DisplayName("ACC-11 a wrong address and a wrong tax id are refused alike, and tell nothing of other conditions")
    void notProved() {
        shop.book.force(sold, "PROTESTED");
        Problem address = refused("identity-not-proved", () -> post.change(sold, form("x@example.com", tax)));
        Problem taxId = refused("identity-not-proved", () -> post.change(sold, form(before, "1234567")));
        assertEquals(422, address.kind().status());
        assertEquals(address.getMessage(), taxId.getMessage());
        assertEquals(List.of(), taxId.errors());
        assertEquals(2, shop.book.of(sold, "sales_email_try", "id").size());
        refused("email-change-status", () -> post.change(sold, form(before, tax)));
    }

    @Test
    @DisplayName(
            "five wrong tries within 24 hours; then even the right proof waits until a day after the first of them")
    void throttled() {
        for (int i = 0; i < 5; i++) {
            refused("identity-not-proved", () -> post.change(sold, form(before, "wrong")));
            shop.platform.advance(Duration.ofMinutes(1));
        }
        Problem problem = refused("too-many-tries", () -> post.change(sold, form(before, tax)));
        assertEquals(429, problem.kind().status());
        assertEquals(24 * 3600 - 300, problem.members().get("retryAfter"));
        shop.platform.advance(Duration.ofHours(24).minusMinutes(5).minusMillis(1));
        refused("too-many-tries", () -> post.change(sold, form(before, tax)));
        shop.platform.advance(Duration.ofMillis(1));
        refused("identity-not-proved", () -> post.change(sold, form(before, "wrong")));
        assertEquals(5, shop.book.of(sold, "sales_email_try", "id").size(), "the oldest counts no longer and is gone");
        refused("too-many-tries", () -> post.change(sold, form(before, tax)));
        Purchase other = post.sold(before);
        post.change(other, form(before, tax));
    }

    @Test
    @DisplayName("wrong tries count in real time: a sandbox's clock that is moved gives no more of them")
    void movedClock() {
        String tenant = "tries-" + number;
        shop.platform.newSandbox(tenant);
        shop.platform.newSeller(tenant, ANNA);
        shop.platform.enable(tenant, SalesModule.ID);
        Purchase here = shop.platform.as(tenant, () -> {
            shop.platform.core().policyDesk().set("sales.emailChange", null, Map.of("mode", "SUPPORT"), null);
            NewBuyer buyer = new NewBuyer(before, "Ada", tax, null);
            return shop.checkout.sell(
                    shop.key(), new NewPurchase(shop.offer(ANNA, 1250).id(), buyer, TestCard.APPROVED.number()));
        });
        for (int i = 0; i < 5; i++) {
            refused("identity-not-proved", () -> attempt(tenant, here, "wrong"));
        }
        shop.platform.fastForward(tenant, "P2D");
        refused("too-many-tries", () -> attempt(tenant, here, tax));
        shop.platform.advance(Duration.ofHours(24));
        assertEquals(next, attempt(tenant, here, tax).newEmail());
    }

    private EmailChange attempt(String tenant, Purchase purchase, String taxId) {
        return shop.platform.as(
                tenant, () -> post.changes.change(shop.key(), purchase.transaction(), form(before, taxId)));
    }

    @Test
    @DisplayName("ACC-10 a seller's own staff may not; the preview says so, too")
    void seller() {
        Problem problem = refused(
                "email-change-by-support",
                () -> shop.seller(ANNA, () -> post.changes.change("k", sold.transaction(), form(before, tax))));
        assertEquals(403, problem.kind().status());
        var preview = shop.seller(ANNA, () -> post.changes.preview(sold.transaction(), null));
        assertEquals("email-change-by-support", preview.refusals().get(0).code());
        assertTrue(shop.acme(() -> post.changes.preview(sold.transaction(), null))
                .refusals()
                .isEmpty());
        assertFalse(shop.now(sold).buyer().email().equals(next));
    }
}
