package org.bottega.itests.calls;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** Calls on the address that a purchase belongs to, and of a buyer on what is his own. */
final class OwnCalls {

    private final Shop shop;
    private final Sales sales;

    private OwnCalls(Shop shop) {
        this.shop = shop;
        this.sales = new Sales(shop);
    }

    static void add(Examples examples, Shop shop) {
        OwnCalls calls = new OwnCalls(shop);
        calls.email(examples);
        calls.links(examples);
        calls.own(examples);
    }

    private void email(Examples examples) {
        examples.add("sales.listEmailChangeReasons", () -> Call.get(shop.path("sales/email-change-reasons")))
                .add("sales.previewEmailChange", () -> get(purchase(fresh()), "change-email"))
                .add("sales.changeEmail", this::change)
                .add("sales.listEmailChanges", () -> {
                    Call change = change();
                    shop.send(change).expect(200);
                    return get(change.mentions().get(0), "email-changes");
                })
                .add("sales.putBuyerTaxId", () -> {
                    String transaction = purchase(fresh());
                    String taxId = UUID.randomUUID().toString().substring(0, 13);
                    return put("sales/purchases/" + transaction + "/buyer-tax-id", "{\"taxId\":\"" + taxId + "\"}")
                            .ofMarketplace()
                            .about(transaction);
                });
    }

    private Call change() {
        String email = fresh();
        return changed(purchase(email), email);
    }

    private Call changed(String transaction, String email) {
        String next = fresh();
        return Call.post(
                        shop.path("sales/purchases/" + transaction + "/change-email"),
                        ("{\"reason\":\"MISTYPED\",\"currentEmail\":\"%s\",\"newEmail\":\"%s\",\"newEmailRepeated\":\"%s\"}")
                                .formatted(email, next, next))
                .ofSeller()
                .about(transaction);
    }

    private void links(Examples examples) {
        examples.add("sales.changeReceiptEmail", () -> asked(purchase(fresh())))
                .add("sales.showEmailConfirmation", () -> {
                    String path = confirmation();
                    return Call.get(path).about(path.substring(path.lastIndexOf('/') + 1));
                })
                .add("sales.confirmEmailChange", () -> {
                    String path = confirmation();
                    return Call.post(path, "{}").about(path.substring(path.lastIndexOf('/') + 1));
                });
    }

    private Call asked(String transaction) {
        String receipt = link(transaction, "receipts");
        return Call.post(receipt + "/change-email", newAddress())
                .about(receipt.substring(receipt.lastIndexOf('/') + 1));
    }

    private String confirmation() {
        String transaction = purchase(fresh());
        shop.http().send(asked(transaction), null).expect(202);
        return link(transaction, "email-confirmations");
    }

    private void own(Examples examples) {
        examples.add("sales.listOwnPurchases", () -> {
                    own();
                    return Call.get(shop.path("sales/my/purchases")).ofBuyer();
                })
                .add("sales.getOwnPurchase", () -> mine(Call.get(shop.path("sales/my/purchases/")), own(), ""))
                .add("sales.resendOwnAccess", () -> {
                    String transaction = own();
                    link(transaction, "access");
                    return mine(Call.post(shop.path("sales/my/purchases/"), "{}"), transaction, "/resend-access");
                })
                .add(
                        "sales.changeOwnEmail",
                        () -> mine(Call.post(shop.path("sales/my/purchases/"), newAddress()), own(), "/change-email"))
                .add("sales.getOwnData", () -> Call.get(shop.path("sales/my/data"))
                        .ofBuyer())
                .add("sales.putOwnData", () -> put("sales/my/data", "{\"name\":\"" + shop.mark() + " Buyer\"}")
                        .ofBuyer());
    }

    /** A call whose path goes on with a purchase of the first buyer. */
    private static Call mine(Call call, String transaction, String after) {
        return new Call(
                        call.method(),
                        call.path() + transaction + after,
                        call.contentType(),
                        call.body(),
                        call.headers(),
                        false,
                        Call.By.BUYER,
                        call.mentions())
                .about(transaction);
    }

    private Call put(String path, String json) {
        return Call.of("PUT", shop.path(path), "application/json", json);
    }

    private Call get(String transaction, String rest) {
        return Call.get(shop.path("sales/purchases/" + transaction + "/" + rest))
                .ofSeller()
                .about(transaction);
    }

    private String own() {
        return purchase(shop.buyers().first());
    }

    private String purchase(String email) {
        return shop.send(sales.purchaseCall(sales.offer(), Sales.APPROVED, email))
                .expect(201)
                .text("transaction");
    }

    private String fresh() {
        return "buyer-" + UUID.randomUUID() + "@" + shop.mark().toLowerCase() + ".example";
    }

    private String newAddress() {
        String next = fresh();
        return "{\"newEmail\":\"" + next + "\",\"newEmailRepeated\":\"" + next + "\"}";
    }

    /** Waits for a mail about a purchase with such a link. */
    private String link(String transaction, String kind) {
        return await("a mail with a link to " + kind)
                .atMost(Duration.ofSeconds(30))
                .until(() -> sales.mails().link(transaction, kind), found -> !found.isEmpty());
    }
}
