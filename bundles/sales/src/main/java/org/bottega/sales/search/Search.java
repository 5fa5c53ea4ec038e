package org.bottega.sales.search;

import java.util.Arrays;
import java.util.Objects;
import org.bottega.api.Problem;
import org.bottega.sales.PurchaseFilter;

/** Which purchases are wanted, and in which order. */
public record Search(PurchaseFilter filter, Details details, Sort sort) {

    /** Orders that an index gives. */
    public enum Sort {
        NEWEST("-purchasedAt", "purchased_at", "sales_purchase_list"),
        OLDEST("purchasedAt", "purchased_at", "sales_purchase_oldest"),
        /** By minor units, whatever the currency; of one price the newest codes first. */
        DEAREST("-amount", "amount", "sales_purchase_amount");

        private final String text;
        private final String column;
        private final String index;

        Sort(String text, String column, String index) {
            this.text = text;
            this.column = column;
            this.index = index;
        }

        String column() {
            return column;
        }

        String index() {
            return "index=" + index;
        }

        /**
         * The order with this name; the newest first when there is none.
         *
         * @throws Problem 400 {@code sort-unknown}
         */
        public static Sort of(String text) {
            if (text == null || text.isEmpty()) {
                return NEWEST;
            }
            return Arrays.stream(values())
                    .filter(sort -> sort.text.equals(text))
                    .findFirst()
                    .orElseThrow(() -> Problem.invalid("sort-unknown", "sort", "-purchasedAt, purchasedAt or -amount"));
        }
    }

    public Search {
        Objects.requireNonNull(filter);
        Objects.requireNonNull(details);
        Objects.requireNonNull(sort);
    }

    /** The same of one seller and of one buyer only, where these are given. */
    Search within(String seller, String email) {
        PurchaseFilter f = filter;
        boolean seen = allows(seller, f.seller()) && allows(email, f.buyerEmail());
        PurchaseFilter own = new PurchaseFilter(
                seen ? f.transaction() : "-",
                email == null ? f.buyerEmail() : email,
                f.buyerName(),
                f.product(),
                seller == null ? f.seller() : seller,
                f.statuses(),
                f.from(),
                f.to(),
                f.paymentType(),
                f.paymentState());
        return new Search(own, details, sort);
    }

    private static boolean allows(String own, String asked) {
        return own == null || asked == null || asked.isEmpty() || asked.equals(own);
    }

    /** The newest first. */
    public static Search of(PurchaseFilter filter) {
        return new Search(filter, Details.NONE, Sort.NEWEST);
    }
}
