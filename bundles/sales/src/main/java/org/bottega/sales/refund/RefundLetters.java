package org.bottega.sales.refund;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.bottega.api.Money;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;
import org.bottega.sales.Letters;
import org.bottega.sales.Moments;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The mails around refunds. */
@Component(service = RefundLetters.class)
public final class RefundLetters {

    private final Letters letters;
    private final SalesStore store;
    private final Sellers sellers;
    private final RefundRequests requests;

    @Activate
    public RefundLetters(
            @Reference Letters letters,
            @Reference SalesStore store,
            @Reference Sellers sellers,
            @Reference RefundRequests requests) {
        this.letters = letters;
        this.store = store;
        this.sellers = sellers;
        this.requests = requests;
    }

    /** Money went back: both are told (REF-14); the buyer also when it arrives (REF-06). */
    public void refunded(String transaction, Money amount, String reason) {
        Purchase purchase = purchase(transaction);
        Map<String, String> more = new HashMap<>(Map.of("amount", amount.toString(), "reason", reason));
        String help = requests.policy(purchase.product()).moneyHelp();
        if (!help.isEmpty()) {
            more.put("help", help);
        }
        letters.toBuyer("refund-buyer", purchase, more);
        letters.toSeller("refund-seller", purchase, more);
    }

    /** The gateway refused to give back: the seller is told. */
    public void refused(String transaction, Money amount) {
        letters.toSeller("refund-refused", purchase(transaction), Map.of("amount", amount.toString()));
    }

    /** A refund was asked for: the seller is told, unless another module keeps it and writes about it. */
    public void asked(String request) {
        ours(request).ifPresent(asked -> toSeller("refund-asked", asked));
    }

    private Optional<RefundRequest> ours(String request) {
        return Optional.of(requests.get(request)).filter(found -> found.keeper() == null);
    }

    /** The seller has a day left to answer. */
    void remind(RefundRequest request) {
        toSeller("refund-reminder", request);
    }

    /** The buyer does not want it any more: the seller is told. */
    public void withdrawn(String request) {
        ours(request).ifPresent(withdrawn -> toSeller("refund-withdrawn", withdrawn));
    }

    /** The seller declined: the buyer is told, and why. */
    public void declined(String request) {
        ours(request)
                .ifPresent(declined -> letters.toBuyer(
                        "refund-declined", purchase(declined.transaction()), Map.of("reason", declined.answer())));
    }

    private void toSeller(String template, RefundRequest request) {
        Seller seller = sellers.find(request.seller()).orElseThrow();
        Map<String, String> more = new HashMap<>(Map.of(
                "request", request.id(),
                "reason", request.reason().label(seller.locale()),
                "amount", request.amount().toString(),
                "answerBy", moment(request.answerBy(), seller)));
        if (request.remark() != null) {
            more.put("remark", request.remark());
        }
        if (request.autoApprove()) {
            more.put("auto", "yes");
        }
        letters.toSeller(template, purchase(request.transaction()), more);
    }

    private static String moment(Instant at, Seller seller) {
        return Moments.text(at, seller.zone(), seller.locale());
    }

    private Purchase purchase(String transaction) {
        return store.purchases().find(transaction).map(PurchaseRow::purchase).orElseThrow();
    }
}
