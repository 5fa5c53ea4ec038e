package org.bottega.itests.calls;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** Calls of ticketing. Everything belongs to the first seller, and to the first buyer. */
final class TicketCalls {

    private final Shop shop;
    private final Sales sales;

    private TicketCalls(Shop shop) {
        this.shop = shop;
        this.sales = new Sales(shop);
    }

    static void add(Examples examples, Shop shop) {
        TicketCalls calls = new TicketCalls(shop);
        calls.side(examples, "", "tickets", false);
        calls.side(examples, "My", "my/tickets", true);
        calls.byLink(examples);
        examples.add(
                "ticketing.previewDeadline",
                () -> Call.post(
                        shop.path("ticketing/deadline-preview?language=it"),
                        "{\"zone\":\"Europe/Rome\",\"openedAt\":\"2026-03-06T14:00:00Z\",\"actor\":\"CUSTOMER\",\"type\":\"REFUND\"}"));
    }

    private void side(Examples examples, String my, String list, boolean buyer) {
        examples.add("ticketing.open" + my + "Ticket", () -> open(list, purchase(), "REFUND", "CHANGED_MIND", buyer))
                .add("ticketing.open" + my + "Ticket", () -> open(list, purchase(), "SUPPORT", "ACCESS", buyer))
                .add("ticketing.list" + my + "Tickets", () -> {
                    ticket("SUPPORT");
                    return by(Call.get(shop.path("ticketing/" + list + "?type=SUPPORT&sort=NEWEST")), buyer);
                })
                .add("ticketing.list" + my + "Tickets", () -> {
                    ticket("SUPPORT");
                    ticket("REFUND");
                    String first = shop.path("ticketing/" + list + "?limit=1");
                    Call page = by(Call.get(first), buyer);
                    String cursor = (buyer ? shop.http().send(page, shop.makersToken(page)) : shop.sendAsOne(page))
                            .expect(200)
                            .text("next");
                    return by(Call.get(first + "&cursor=" + Call.enc(cursor)), buyer)
                            .about(cursor);
                })
                .add("ticketing.get" + my + "Ticket", () -> {
                    String code = ticket("REFUND");
                    return by(Call.get(shop.path("ticketing/" + list + "/" + code + "?language=it")), buyer)
                            .about(code);
                })
                .add("ticketing.comment" + my + "Ticket", () -> act(list, "SUPPORT", "comments", words("body"), buyer))
                .add(
                        "ticketing.change" + my + "Ticket",
                        () -> act(
                                list, "SUPPORT", "change", "{\"type\":\"REFUND\",\"reason\":\"CHANGED_MIND\"}", buyer))
                .add("ticketing.close" + my + "Ticket", () -> act(list, "SUPPORT", "close", "{}", buyer))
                .add("ticketing.reopen" + my + "Ticket", () -> {
                    String code = ticket("SUPPORT");
                    shop.send(Call.post(shop.path("ticketing/tickets/" + code + "/close"), "{}"))
                            .expect(200);
                    return act(list, code, "reopen", words("comment"), buyer);
                });
    }

    private void byLink(Examples examples) {
        examples.add("ticketing.getTicketByLink", () -> {
                    String path = link();
                    return Call.get(path + "?language=it").about(token(path));
                })
                .add("ticketing.commentTicketByLink", () -> {
                    String path = link();
                    return Call.post(path + "/comments", words("body")).about(token(path));
                });
    }

    private static String token(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** The path of a new ticket's link, from the mail to the customer. */
    private String link() {
        String code = ticket("SUPPORT");
        return await("a mail with a link to the ticket")
                .atMost(Duration.ofSeconds(30))
                .until(() -> sales.mails().link(code, "by-link"), found -> !found.isEmpty());
    }

    private static Call by(Call call, boolean buyer) {
        return buyer ? call.ofBuyer() : call.ofSeller();
    }

    private String words(String field) {
        return "{\"" + field + "\":\"" + shop.mark() + " says so\"}";
    }

    private Call act(String list, String typeOrCode, String what, String body, boolean buyer) {
        String code = typeOrCode.startsWith("TK") ? typeOrCode : ticket(typeOrCode);
        return by(Call.post(shop.path("ticketing/" + list + "/" + code + "/" + what), body), buyer)
                .about(code);
    }

    private Call open(String list, String transaction, String type, String reason, boolean buyer) {
        String body = "{\"type\":\"%s\",\"transaction\":\"%s\",\"reason\":\"%s\",\"comment\":\"%s %s\"}"
                .formatted(type, transaction, reason, shop.mark(), UUID.randomUUID());
        return by(Call.post(shop.path("ticketing/" + list), body), buyer).about(transaction);
    }

    private String ticket(String type) {
        String reason = type.equals("REFUND") ? "CHANGED_MIND" : "ACCESS";
        return shop.send(open("tickets", purchase(), type, reason, false))
                .expect(201)
                .text("ticket");
    }

    /** A new purchase of the first buyer with the first seller. */
    private String purchase() {
        return shop.send(sales.purchaseCall(
                        sales.offer(), Sales.APPROVED, shop.buyers().first()))
                .expect(201)
                .text("transaction");
    }
}
