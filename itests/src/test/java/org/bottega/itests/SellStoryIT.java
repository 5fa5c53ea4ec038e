package org.bottega.itests;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.Shop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** One marketplace sells, sends access again and refunds; the other sees nothing of it. */
@Order(10)
class SellStoryIT {

    private static Shop shop;
    private static Shop other;
    private static Sales sales;

    @BeforeAll
    static void open() {
        List<Shop> shops = Shop.open(Platform.shared(), List.of("sales"), "story", "bystander");
        shop = shops.get(0);
        other = shops.get(1);
        sales = new Sales(shop);
    }

    @Test
    @DisplayName("a purchase, its mails, access again, refund")
    void story() {
        String offer = sales.offer(sales.product());
        Answer bought = shop.sendAsOne(sales.purchaseCall(offer, Sales.APPROVED, "Ada@Buyers.example"))
                .expect(201);
        String transaction = bought.text("transaction");
        assertEquals("APPROVED", bought.text("status"));
        assertEquals(4990, bought.json().at("/price/amount").asLong());
        assertTrue(transaction.startsWith("HP"), transaction);

        findable(transaction);
        String access = awaitLink(transaction, "access", "");
        Answer opened = shop.http().send(Call.get(access), null).expect(200);
        assertTrue(opened.body().contains(shop.mark()), opened::toString);
        shop.http().send(Call.get(awaitLink(transaction, "receipts", "")), null).expect(200);
        readableAtTheConsole(transaction);
        pages(transaction);

        Call resend = Call.post(shop.path("sales/purchases/" + transaction + "/resend-access"), "{}");
        shop.sendAsOne(resend).expect(200);
        String renewed = awaitLink(transaction, "access", access);
        shop.http().send(Call.get(access), null).expectProblem(410, "link-voided");
        shop.http().send(Call.get(renewed), null).expect(200);

        refund(transaction);
        await("access revoked")
                .atMost(Duration.ofSeconds(20))
                .until(() -> shop.http().send(Call.get(renewed), null).status() == 410);
        shop.http().send(Call.get(renewed), null).expectProblem(410, "access-revoked");
        unseen(transaction);
    }

    /** What the mails lead to is made for people, and not there at the other marketplace. */
    private static void pages(String transaction) {
        for (String kind : List.of("receipts", "access")) {
            String path = sales.mails().page(transaction, kind);
            Answer page = shop.http().send(Call.get(path), null).expect(200);
            assertTrue(page.header("Content-Type").orElse("").startsWith("text/html"), page::toString);
            assertTrue(page.body().contains("<html lang=\"en\">"), page::toString);
            assertTrue(page.body().contains(transaction) && page.body().contains(shop.mark()), page::toString);
            Answer elsewhere = shop.http()
                    .send(Call.get(path.replace("/t/" + shop.tenant() + "/", "/t/" + other.tenant() + "/")), null)
                    .expect(404);
            assertTrue(elsewhere.header("Content-Type").orElse("").startsWith("text/html"), elsewhere::toString);
            assertFalse(elsewhere.body().contains(transaction), elsewhere::toString);
        }
    }

    private static void findable(String transaction) {
        for (String filter : List.of(
                "transaction=" + transaction,
                "buyerEmail=ada%40buyers.example",
                "buyerName=" + shop.mark().toLowerCase(),
                "seller=" + shop.sellerOne() + "&status=APPROVED&status=REFUNDED&paymentType=CARD")) {
            JsonNode items = shop.sendAsOne(Call.get(shop.path("sales/purchases?" + filter)))
                    .expect(200)
                    .json()
                    .path("items");
            assertEquals(transaction, items.at("/0/transaction").asText(), filter);
        }
    }

    private static void readableAtTheConsole(String transaction) {
        String ids = shop.platform()
                .probe()
                .sql("SELECT id FROM core_mail WHERE tenant_id = 'story' AND about = '" + transaction
                        + "' AND template = 'receipt'")
                .get(0);
        String mail = shop.platform()
                .console()
                .run("mail:show --tenant story " + ids)
                .ok()
                .output();
        assertTrue(mail.toLowerCase().contains("ada@buyers.example"), mail);
        assertTrue(mail.contains(transaction), mail);
    }

    private static void refund(String transaction) {
        Call preview = Call.get(shop.path("sales/purchases/" + transaction + "/refund"));
        JsonNode before = shop.sendAsOne(preview).expect(200).json();
        assertTrue(before.path("refundable").asBoolean(), before::toString);
        assertEquals(4990, before.at("/amount/amount").asLong(), before::toString);
        Call refund = sales.refundCall(transaction);
        Answer done = shop.sendAsOne(refund).expect(200);
        assertEquals("REFUNDED", done.text("status"));
        assertEquals(4990, done.json().at("/refunded/amount").asLong());
        assertEquals(done.body(), shop.sendAsOne(refund).expect(200).body(), "the same key, the same answer");
        assertFalse(
                shop.sendAsOne(preview).expect(200).json().path("refundable").asBoolean());
        Answer twice = shop.sendAsOne(sales.refundCall(transaction)).expect(409);
        assertTrue(twice.body().contains("REFUNDED"), twice::toString);
    }

    private static void unseen(String transaction) {
        other.send(Call.get(other.path("sales/purchases/" + transaction))).expectProblem(404, "purchase-not-found");
        assertEquals(
                0,
                other.send(Call.get(other.path("sales/purchases?status=ANY")))
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
        assertEquals(
                0,
                other.send(Call.get(other.path("sales/summary?status=ANY")))
                        .expect(200)
                        .json()
                        .path("items")
                        .size());
    }

    @Test
    @DisplayName("a key replays its answer; another body under it is 422; keys are each client's own")
    void idempotency() {
        String offer = sales.offer();
        Call first = sales.purchaseCall(offer, Sales.APPROVED);
        Answer bought = shop.sendAsOne(first).expect(201);
        Answer replayed = shop.sendAsOne(first).expect(201);
        assertEquals(bought.body(), replayed.body());
        Call changed =
                sales.purchaseCall(offer, Sales.APPROVED).key(first.headers().get("Idempotency-Key"));
        shop.sendAsOne(changed).expectProblem(422, "idempotency-key-reused");

        Call product = sales.productCall(shop.sellerOne()).key(UUID.randomUUID().toString());
        Answer made = shop.sendAsOne(product).expect(201);
        assertEquals(made.body(), shop.sendAsOne(product).expect(201).body());
        assertNotEquals(made.text("product"), shop.send(product).expect(201).text("product"));
    }

    @Test
    @DisplayName("the same key at the same time: one purchase, and 409 for who comes while it is being made")
    void duplicates() throws Exception {
        String offer = sales.offer();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        int conflicts = 0;
        for (int round = 0; round < 50 && conflicts == 0; round++) {
            Call call = sales.purchaseCall(offer, Sales.APPROVED);
            Set<String> transactions = new HashSet<>();
            Callable<Answer> buy = () -> shop.sendAsOne(call);
            for (Future<Answer> future : threads.invokeAll(Collections.nCopies(8, buy))) {
                Answer answer = future.get().expect(201, 409);
                if (answer.status() == 409) {
                    answer.expectProblem(409, "idempotency-in-flight");
                    conflicts++;
                } else {
                    transactions.add(answer.text("transaction"));
                }
            }
            assertEquals(1, transactions.size(), transactions::toString);
        }
        threads.shutdown();
        assertTrue(conflicts > 0, "nobody came at the same time");
    }

    private static String awaitLink(String transaction, String kind, String notThis) {
        return await("a link to " + kind)
                .atMost(Duration.ofSeconds(30))
                .until(() -> sales.mails().link(transaction, kind), link -> !link.isEmpty() && !link.equals(notThis));
    }
}
