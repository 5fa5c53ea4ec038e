package org.bottega.sales;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.bottega.api.Problem;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.payment.PaymentState;

/**
 * Which purchases are wanted (SAL-03, SAL-09). All that is given must hold; null or empty asks nothing.
 *
 * @param buyerEmail whole address, whatever its case
 * @param buyerName beginning of the name, whatever its case
 * @param statuses any of these
 * @param from first instant of the period of purchase (SAL-04)
 * @param to first instant after the period
 * @param paymentState where the payment stands, apart from the purchase (D11)
 */
public record PurchaseFilter(
        String transaction,
        String buyerEmail,
        String buyerName,
        String product,
        String seller,
        Set<PurchaseStatus> statuses,
        Instant from,
        Instant to,
        PaymentType paymentType,
        PaymentState paymentState) {

    /** Statuses that are shown when neither a status nor a transaction is asked for. */
    public static final Set<PurchaseStatus> USUAL =
            Set.copyOf(EnumSet.of(PurchaseStatus.APPROVED, PurchaseStatus.COMPLETE));

    public PurchaseFilter {
        buyerEmail = buyerEmail == null ? null : buyerEmail.strip().toLowerCase(Locale.ROOT);
        buyerName = buyerName == null || buyerName.isBlank()
                ? null
                : buyerName.strip().toLowerCase(Locale.ROOT);
        statuses = Set.copyOf(statuses);
        if (from != null && to != null && !from.isBefore(to)) {
            throw Problem.invalid("period-empty", "to", "an instant after from is expected");
        }
    }
}
