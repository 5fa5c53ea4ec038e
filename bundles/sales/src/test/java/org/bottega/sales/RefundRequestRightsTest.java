package org.bottega.sales;

import static org.bottega.sales.Returns.ADA;
import static org.bottega.sales.Shop.ANNA;
import static org.bottega.sales.Shop.BRUNO;
import static org.bottega.sales.Shop.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.bottega.sales.api.Purchase;
import org.bottega.sales.refund.RefundReason;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequestState;
import org.bottega.sales.refund.RefundRequests.Ask;
import org.bottega.sales.refund.Side;
import org.bottega.sales.refund.web.MyAskResource;
import org.bottega.sales.refund.web.MyRequestsResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who may ask for a refund, and how he says why. */
class RefundRequestRightsTest {

    private static final Ask ASK = new Ask(RefundReason.NO_ACCESS, null);

    private final Shop shop = Shop.shared();
    private final Returns returns = shop.returns;

    @Test
    @DisplayName("a buyer reaches own purchases and requests only; a seller those of the own sales; a tenant its own")
    void foreign() {
        Purchase sold = shop.sold();
        refused(
                "purchase-not-found",
                () -> returns.buyer("eve@example.com", () -> returns.requests.open(sold.transaction(), ASK)));
        refused("purchase-not-found", () -> shop.seller(BRUNO, () -> returns.requests.open(sold.transaction(), ASK)));
        refused("purchase-not-found", () -> shop.bravo(() -> returns.requests.open(sold.transaction(), ASK)));
        RefundRequest asked = returns.asked(sold);
        String gone = "refund-request-not-found";
        refused(gone, () -> returns.buyer("eve@example.com", () -> returns.requests.get(asked.id())));
        refused(gone, () -> returns.buyer("eve@example.com", () -> returns.answers.withdraw(asked.id())));
        refused(gone, () -> shop.seller(BRUNO, () -> returns.answers.decline(null, asked.id(), "x")));
        refused(gone, () -> shop.seller(BRUNO, () -> returns.approval.approve("k", asked.id(), null)));
        refused(gone, () -> shop.bravo(() -> returns.requests.get(asked.id())));
        assertEquals(asked, returns.buyer(ADA, () -> returns.requests.get(asked.id())));
        assertEquals(asked, shop.seller(ANNA, () -> returns.requests.get(asked.id())));
    }

    @Test
    @DisplayName("RCP-07 the link to the receipt proves it too: asking and taking back, without logging in")
    void byLink() {
        Purchase sold = shop.sold();
        String token = Shop.token(shop.mails("receipt", sold).get(0));
        RefundRequest asked = shop.nobody(() -> returns.requests.open(returns.answers.transaction(token), ASK));
        assertEquals(Side.BUYER, asked.side());
        assertEquals(
                RefundRequestState.WITHDRAWN,
                shop.nobody(() -> returns.answers.withdrawByLink(token)).state());
        refused("refund-request-not-found", () -> shop.nobody(() -> returns.answers.withdrawByLink(token)));
        refused("receipt-not-found", () -> shop.nobody(() -> returns.answers.transaction(token + "x")));
    }

    @Test
    @DisplayName("what is the buyer's own is for buyers only")
    void buyersOnly() {
        MyAskResource ask = new MyAskResource(returns.requests, null, shop.services);
        MyRequestsResource mine = new MyRequestsResource(returns.requests, returns.answers, shop.services);
        refused("buyers-only", () -> shop.acme(() -> ask.openMyRefundRequest("x", null)));
        refused("buyers-only", () -> shop.acme(() -> mine.getMyRefundRequest("x")));
        refused("buyers-only", () -> shop.acme(() -> mine.withdrawMyRefundRequest("x")));
        refused("buyers-only", () -> shop.acme(() -> mine.listMyRefundRequests(null, null, null)));
    }

    @Test
    @DisplayName("RCP-07 the seller's own link to the receipt asks for nothing")
    void sellersLink() {
        String token = Shop.token(shop.mails("sale", shop.sold()).get(0));
        refused("receipt-not-found", () -> shop.nobody(() -> returns.answers.transaction(token)));
    }

    @Test
    @DisplayName("a request follows its purchase to another buyer: the old one no longer sees it")
    void follows() {
        Purchase sold = shop.sold();
        RefundRequest asked = returns.asked(sold);
        returns.decline(asked);
        String other = "next-" + shop.key() + "@example.com";
        new Post(shop).change(sold, ADA, other);
        shop.platform.drain();
        assertEquals(
                other,
                returns.buyer(other, () -> returns.requests.get(asked.id())).buyerEmail());
        refused("refund-request-not-found", () -> returns.buyer(ADA, () -> returns.requests.get(asked.id())));
    }

    @Test
    @DisplayName("KB-02, KB-04 reasons are a list with labels in English and Italian; OTHER needs a comment")
    void reasons() {
        for (RefundReason reason : RefundReason.values()) {
            String english = reason.label(java.util.Locale.ENGLISH);
            assertTrue(!english.isBlank() && !english.equals(reason.label(java.util.Locale.ITALIAN)), english);
        }
        refused("field-missing", () -> new Ask(null, "x"));
        refused("field-missing", () -> new Ask(RefundReason.OTHER, " "));
        assertEquals("it broke", new Ask(RefundReason.OTHER, "it\n broke ").remark());
        assertEquals(
                1000, new Ask(RefundReason.OTHER, "x".repeat(1000)).remark().length());
        refused("too-long", () -> new Ask(RefundReason.OTHER, "x".repeat(1001)));
    }
}
