package org.bottega.sales.web;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bottega.api.Problem;
import org.bottega.sales.PaymentType;
import org.bottega.sales.PurchaseFilter;
import org.bottega.sales.api.PurchaseStatus;

/** Reads the filters of the list and of the summary. */
final class PurchaseQuery {

    private static final String ANY = "ANY";

    private PurchaseQuery() {}

    /** The filters that name something. */
    record Names(String transaction, String buyerEmail, String buyerName, String product, String seller) {}

    static PurchaseFilter filter(Names names, List<String> status, Instant from, Instant to, PaymentType paymentType) {
        boolean named = names.transaction() != null && !names.transaction().isEmpty();
        return new PurchaseFilter(
                names.transaction(),
                names.buyerEmail(),
                names.buyerName(),
                names.product(),
                names.seller(),
                statuses(status, named),
                from,
                to,
                paymentType);
    }

    private static Set<PurchaseStatus> statuses(List<String> texts, boolean named) {
        if (texts.isEmpty()) {
            return named ? Set.of() : PurchaseFilter.USUAL;
        }
        if (texts.contains(ANY)) {
            return Set.of();
        }
        Set<PurchaseStatus> statuses = EnumSet.noneOf(PurchaseStatus.class);
        for (String text : texts) {
            statuses.add(PurchaseStatus.named(text)
                    .orElseThrow(() -> Problem.invalid(
                            "status-unknown", "status", "ANY or one of " + EnumSet.allOf(PurchaseStatus.class))));
        }
        return statuses;
    }
}
