package org.bottega.itests;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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

/** Tickets of a sandbox in the booted distribution, fast-forwarded over REST. */
@Order(22)
class TicketStoryIT {

    private static Shop shop;
    private static Sales sales;

    @BeforeAll
    static void open() {
        shop = Shop.open(Platform.shared(), List.of("sales", "ticketing"), "tickets")
                .get(0);
        sales = new Sales(shop);
    }

    private static String purchase() {
        return shop.send(sales.purchaseCall(
                        sales.offer(), Sales.APPROVED, shop.buyers().first()))
                .expect(201)
                .text("transaction");
    }

    private static Answer ticket(String code) {
        return shop.send(Call.get(shop.path("ticketing/tickets/" + code))).expect(200);
    }

    private static void forward(String by) {
        shop.send(Call.post(shop.path("clock/advance"), "{\"by\":\"" + by + "\"}"))
                .expect(202);
        await("the end of the move").atMost(Duration.ofSeconds(60)).until(() -> !shop.send(Call.get(shop.path("clock")))
                .expect(200)
                .json()
                .at("/move/state")
                .asText()
                .equals("MOVING"));
    }

    private static void awaitState(String code, String state) {
        await("ticket " + code + " is " + state)
                .atMost(Duration.ofSeconds(60))
                .until(() -> ticket(code).json().at("/ticket/state").asText().equals(state));
    }

    private static String status(String transaction) {
        return shop.send(Call.get(shop.path("sales/purchases/" + transaction)))
                .expect(200)
                .text("status");
    }

    @Test
    @DisplayName(
            "TKT-12, TKT-19, TKT-24 a customer asks, nobody acts: refunded when it is due, with its reasons told before")
    void silent() {
        String transaction = purchase();
        Call ask = Call.post(
                        shop.path("ticketing/my/tickets"),
                        "{\"type\":\"REFUND\",\"transaction\":\"" + transaction + "\",\"reason\":\"CHANGED_MIND\"}")
                .ofBuyer();
        String code = shop.http().send(ask, shop.makersToken(ask)).expect(201).text("ticket");
        assertEquals("PROTESTED", status(transaction));
        JsonNode due = ticket(code).json().get("due");
        assertTrue(due.get("segments").size() >= 1, due::toString);
        assertEquals(due.get("segments").size() + 1, due.get("words").size());
        forward("P4D");
        awaitState(code, "CLOSED");
        assertEquals("PROCESSED", ticket(code).json().at("/ticket/closed/why").asText());
        assertEquals("REFUNDED", status(transaction));
    }

    @Test
    @DisplayName("D9, TKT-22, TKT-23 refund buyer opens a seller's ticket; closed at once, nothing is given back")
    void undone() {
        String transaction = purchase();
        shop.send(sales.refundCall(transaction)).expect(202);
        JsonNode tickets = shop.send(Call.get(shop.path("ticketing/tickets?transaction=" + transaction)))
                .expect(200)
                .json()
                .get("items");
        assertEquals(1, tickets.size(), tickets::toString);
        assertEquals("SELLER", tickets.get(0).get("openedBy").asText());
        String code = tickets.get(0).get("ticket").asText();
        shop.send(Call.post(shop.path("ticketing/tickets/" + code + "/close"), "{}"))
                .expect(200);
        forward("P4D");
        awaitState(code, "CLOSED");
        assertEquals("APPROVED", status(transaction));
    }

    @Test
    @DisplayName(
            "TKT-05 what is asked for in sales has a ticket; a seller closes it with consent only, the buyer freely")
    void askedInSales() {
        String transaction = purchase();
        Call ask = Call.post(
                        shop.path("sales/my/purchases/" + transaction + "/refund-request"),
                        "{\"reason\":\"NO_ACCESS\"}")
                .ofBuyer();
        shop.http().send(ask, shop.makersToken(ask)).expect(201);
        Call list = Call.get(shop.path("ticketing/tickets?transaction=" + transaction));
        await("its ticket")
                .atMost(Duration.ofSeconds(30))
                .until(() -> shop.send(list).expect(200).json().get("items").size() == 1);
        String code = shop.send(list).json().get("items").get(0).get("ticket").asText();
        Call close = Call.post(shop.path("ticketing/tickets/" + code + "/close"), "{}");
        shop.send(close).expectProblem(409, "consent-missing");
        Call mine = Call.post(shop.path("ticketing/my/tickets/" + code + "/close"), "{}")
                .ofBuyer();
        shop.http().send(mine, shop.makersToken(mine)).expect(200);
        assertEquals("APPROVED", status(transaction));
    }
}
