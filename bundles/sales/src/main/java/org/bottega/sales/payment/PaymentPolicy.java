package org.bottega.sales.payment;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bottega.api.Problem;
import org.bottega.api.spi.Meaning;
import org.bottega.api.spi.PolicyType;
import org.bottega.sales.Check;

/** How long a tenant waits for payments that take their time. A day is 24 hours. */
public record PaymentPolicy(
        @Meaning("days within which a printed slip can be paid: 1 to 30") int slipDays,
        @Meaning(
                        "days after a payment was first heard to be unpaid on which it is tried again, in order: 1 to 10 of them,"
                                + " each 1 to 60; after the last one the purchase is EXPIRED")
                List<Integer> unpaidRetryDays,
        @Meaning("days after which a payment that the gateway has not decided is given up: 1 to 90")
                int pendingGiveUpDays,
        @Meaning(
                        "addresses of the tenant's staff who are told of disputes and chargebacks, beside the seller: up to 10")
                Set<String> chargebackMails) {

    /** The kind of setting. */
    public static final PolicyType<PaymentPolicy> TYPE = new PolicyType<>(
            "sales.payments", PaymentPolicy.class, new PaymentPolicy(3, List.of(1, 3, 5, 7), 10, Set.of()), false);

    private static final int MOST = 10;
    private static final int MOST_RETRY_DAYS = 60;

    public PaymentPolicy {
        within("slipDays", slipDays, 30);
        within("pendingGiveUpDays", pendingGiveUpDays, 90);
        unpaidRetryDays = List.copyOf(unpaidRetryDays);
        chargebackMails = Set.copyOf(chargebackMails);
        if (unpaidRetryDays.isEmpty() || unpaidRetryDays.size() > MOST) {
            throw Problem.invalid("field-invalid", "unpaidRetryDays", "1 to " + MOST + " days");
        }
        unpaidRetryDays.forEach(day -> within("unpaidRetryDays", day, MOST_RETRY_DAYS));
        if (!List.copyOf(new TreeSet<>(unpaidRetryDays)).equals(unpaidRetryDays)) {
            throw Problem.invalid("field-invalid", "unpaidRetryDays", "each later than the one before");
        }
        if (chargebackMails.size() > MOST) {
            throw Problem.invalid("field-invalid", "chargebackMails", "at most " + MOST);
        }
        chargebackMails.forEach(mail -> Check.email("chargebackMails", mail));
    }

    private static void within(String field, int value, int most) {
        if (value < 1 || value > most) {
            throw Problem.invalid("field-invalid", field, "1 to " + most);
        }
    }
}
