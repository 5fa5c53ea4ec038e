package org.bottega.itests;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.bottega.itests.calls.Sales;
import org.bottega.itests.harness.Answer;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Platform;
import org.bottega.itests.harness.Shop;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** What a person does who follows the links in mails, with a browser alone. */
@Order(12)
class PagesIT {

    private static Shop shop;
    private static Shop other;
    private static Sales sales;

    @BeforeAll
    static void open() {
        List<Shop> shops = Shop.open(Platform.shared(), List.of("sales"), "pages", "elsewhere");
        shop = shops.get(0);
        other = shops.get(1);
        sales = new Sales(shop);
    }

    @Test
    @DisplayName("ACC-17 an address is confirmed on a page, by its button alone, and once")
    void confirmed() {
        String transaction = sales.purchase();
        String next = "next@" + shop.mark().toLowerCase() + ".example";
        String wish = "{\"newEmail\":\"" + next + "\",\"newEmailRepeated\":\"" + next + "\"}";
        awaitPage(transaction, "receipts");
        shop.http()
                .send(Call.post(sales.mails().link(transaction, "receipts") + "/change-email", wish), null)
                .expect(202);
        String path = awaitPage(transaction, "email-confirmations");
        Answer look = page(Call.get(path), 200);
        assertTrue(look.body().contains(next) && look.body().contains("<form method=\"post\">"), look::toString);
        page(Call.get(path), 200);
        page(Call.form(path), 200);
        Answer used = page(Call.get(path), 410);
        assertTrue(used.body().contains("role=\"alert\""), used::toString);
        page(Call.form(path), 410);
    }

    @Test
    @DisplayName("a link of one marketplace leads to nothing at another")
    void elsewhere() {
        String transaction = sales.purchase();
        for (String kind : List.of("receipts", "access")) {
            String path = awaitPage(transaction, kind);
            Answer own = page(Call.get(path), 200);
            assertTrue(own.body().contains(transaction), own::toString);
            Answer foreign =
                    page(Call.get(path.replace("/t/" + shop.tenant() + "/", "/t/" + other.tenant() + "/")), 404);
            assertFalse(
                    foreign.body().contains(transaction) || foreign.body().contains(shop.mark()), foreign::toString);
        }
    }

    private static Answer page(Call call, int status) {
        Answer answer = shop.http().send(call, null).expect(status);
        assertTrue(answer.header("Content-Type").orElse("").startsWith("text/html"), answer::toString);
        return answer;
    }

    private static String awaitPage(String transaction, String kind) {
        return await("a mail with a link to " + kind)
                .atMost(Duration.ofSeconds(30))
                .until(() -> sales.mails().page(transaction, kind), found -> !found.isEmpty());
    }
}
