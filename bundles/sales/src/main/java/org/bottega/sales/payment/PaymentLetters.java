package org.bottega.sales.payment;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.bottega.api.Money;
import org.bottega.api.spi.SlipGateway.Slip;
import org.bottega.sales.Letters;
import org.bottega.sales.api.Purchase;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The mails about payments that take their time, and about those that the bank takes back. */
@Component(service = PaymentLetters.class)
public final class PaymentLetters {

    private static final String UNTIL = "until";

    private final Letters letters;

    @Activate
    public PaymentLetters(@Reference Letters letters) {
        this.letters = letters;
    }

    /** How and until when to pay a slip. */
    void slip(Purchase purchase, Slip slip, Instant until) {
        letters.toBuyer(
                "slip",
                purchase,
                Map.of("code", slip.code(), "address", slip.address(), UNTIL, letters.time(purchase, until)));
    }

    /** What was bought will be charged later. */
    void preorderTaken(Purchase purchase, Instant release) {
        letters.toBuyer("preorder-taken", purchase, Map.of(UNTIL, letters.time(purchase, release)));
    }

    /** What was bought before has been charged. */
    void preorderCharged(Purchase purchase) {
        letters.toBuyer("preorder-charged", purchase, Map.of());
    }

    /** The bank did not let the payment through; it is tried again. */
    void unpaid(Purchase purchase, Instant next) {
        letters.toBuyer("payment-unpaid", purchase, Map.of(UNTIL, letters.time(purchase, next)));
    }

    /** It was not paid, and that is final. */
    void failed(Purchase purchase) {
        letters.toBuyer("payment-failed", purchase, Map.of());
    }

    /** The bank took the money back: to the seller, and to those of the tenant's staff who want to know. */
    void chargedBack(Purchase purchase, Money amount, Set<String> staff) {
        tell("chargeback", purchase, amount, staff);
    }

    /** The buyer contests the payment at the bank: to the same. */
    void disputed(Purchase purchase, Money amount, Set<String> staff) {
        tell("dispute", purchase, amount, staff);
    }

    private void tell(String template, Purchase purchase, Money amount, Set<String> staff) {
        Map<String, String> more = Map.of("amount", amount.toString());
        letters.toSeller(template, purchase, more);
        for (String address : staff) {
            letters.toStaff(template, address, purchase, more);
        }
    }
}
