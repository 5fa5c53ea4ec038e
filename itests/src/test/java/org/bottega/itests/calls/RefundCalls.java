package org.bottega.itests.calls;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.bottega.itests.harness.Call;
import org.bottega.itests.harness.Shop;

/** Calls around refunds. Everything belongs to the first seller. */
final class RefundCalls {

    private static final String ASK = "{\"reason\":\"NO_ACCESS\",\"comment\":\"the link is dead\"}";

    private final Shop shop;
    private final Sales sales;

    private RefundCalls(Shop shop) {
        this.shop = shop;
        this.sales = new Sales(shop);
    }

    static void add(Examples examples, Shop shop) {
        RefundCalls calls = new RefundCalls(shop);
        examples.add("sales.listRefunds", calls::refunds)
                .add("sales.previewRefund", () -> calls.of(calls.sales.purchase(), "refund?percent=12.50"))
                .add("sales.listRefundReasons", () -> Call.get(shop.path("sales/refund-reasons")))
                .add("sales.openRefundRequest", () -> calls.ask(calls.sales.purchase()))
                .add("sales.listRefundRequests", calls::requests)
                .add("sales.listRefundRequests", calls::nextRequests)
                .add("sales.getRefundRequest", () -> calls.one(calls.asked()))
                .add("sales.approveRefundRequest", () -> calls.answer("/approve", "{\"confirm\":true}"))
                .add("sales.declineRefundRequest", () -> calls.answer("/decline", "{\"reason\":\"no\"}"))
                .add("sales.approveRefundRequests", () -> calls.many("approve", "\"confirm\":true"))
                .add("sales.declineRefundRequests", () -> calls.many("decline", "\"reason\":\"no\""));
        calls.byLink(examples);
        calls.mine(examples);
    }

    private void mine(Examples examples) {
        examples.add("sales.openMyRefundRequest", () -> {
                    String transaction = own();
                    return Call.post(shop.path("sales/my/purchases/" + transaction + "/refund-request"), ASK)
                            .ofBuyer()
                            .about(transaction);
                })
                .add("sales.listMyRefundRequests", () -> {
                    shop.send(ask(own())).expect(201);
                    return Call.get(shop.path("sales/my/refund-requests")).ofBuyer();
                })
                .add("sales.getMyRefundRequest", () -> {
                    String request = ownAsked();
                    return Call.get(shop.path("sales/my/refund-requests/" + request))
                            .ofBuyer()
                            .about(request);
                })
                .add("sales.withdrawMyRefundRequest", () -> {
                    String request = ownAsked();
                    return Call.post(shop.path("sales/my/refund-requests/" + request + "/withdraw"), "{}")
                            .ofBuyer()
                            .about(request);
                });
    }

    private String ownAsked() {
        return shop.send(ask(own())).expect(201).text("request");
    }

    /** A new purchase of the first buyer. */
    private String own() {
        return shop.send(sales.purchaseCall(
                        sales.offer(), Sales.APPROVED, shop.buyers().first()))
                .expect(201)
                .text("transaction");
    }

    private void byLink(Examples examples) {
        examples.add("sales.openRefundRequestByLink", () -> linkCall("/refund-request"))
                .add("sales.withdrawRefundRequestByLink", () -> {
                    Call ask = linkCall("/refund-request");
                    shop.send(ask).expect(201);
                    String path = ask.path() + "/withdraw";
                    return Call.post(path, "{}").about(token(ask.path()));
                });
    }

    private static String token(String path) {
        return path.replaceAll(".*/receipts/([^/]+)/.*", "$1");
    }

    private Call linkCall(String rest) {
        String transaction = sales.purchase();
        String path = await("a mail with a link to the receipt")
                .atMost(Duration.ofSeconds(30))
                .until(() -> sales.mails().link(transaction, "receipts"), found -> !found.isEmpty());
        return Call.post(path + rest, ASK).about(token(path + "/"));
    }

    private Call ask(String transaction) {
        return Call.post(shop.path("sales/purchases/" + transaction + "/refund-request"), ASK)
                .ofSeller()
                .about(transaction);
    }

    /** A new, open request; its id. */
    private String asked() {
        return shop.send(ask(sales.purchase())).expect(201).text("request");
    }

    private Call one(String request) {
        return Call.get(shop.path("sales/refund-requests/" + request))
                .ofSeller()
                .about(request);
    }

    private Call requests() {
        String transaction = sales.purchase();
        shop.send(ask(transaction)).expect(201);
        return Call.get(shop.path("sales/refund-requests?transaction=" + transaction))
                .ofSeller()
                .about(transaction);
    }

    private Call nextRequests() {
        asked();
        asked();
        String list = shop.path("sales/refund-requests?sort=DUE&limit=1");
        String cursor = shop.sendAsOne(Call.get(list).ofSeller()).expect(200).text("next");
        return Call.get(list + "&cursor=" + Call.enc(cursor)).ofSeller().about(cursor);
    }

    private Call answer(String how, String body) {
        String request = asked();
        return Call.post(shop.path("sales/refund-requests/" + request + how), body)
                .ofSeller()
                .about(request);
    }

    private Call many(String how, String more) {
        String request = asked();
        return Call.post(shop.path("sales/refund-requests/" + how), "{\"requests\":[\"" + request + "\"]," + more + "}")
                .ofSeller(); // mentions nothing: it is answered with a result for each, whoever asks
    }

    private Call refunds() {
        String transaction = sales.purchase();
        shop.send(sales.refundCall(transaction)).expect(200);
        return of(transaction, "refunds");
    }

    private Call of(String transaction, String rest) {
        return Call.get(shop.path("sales/purchases/" + transaction + "/" + rest))
                .ofSeller()
                .about(transaction);
    }
}
