package org.bottega.sales;

import static org.bottega.sales.api.PurchaseStatus.APPROVED;
import static org.bottega.sales.api.PurchaseStatus.BLOCKED;
import static org.bottega.sales.api.PurchaseStatus.CANCELLED;
import static org.bottega.sales.api.PurchaseStatus.CHARGEBACK;
import static org.bottega.sales.api.PurchaseStatus.COMPLETE;
import static org.bottega.sales.api.PurchaseStatus.EXPIRED;
import static org.bottega.sales.api.PurchaseStatus.NO_FUNDS;
import static org.bottega.sales.api.PurchaseStatus.OVERDUE;
import static org.bottega.sales.api.PurchaseStatus.PARTIALLY_REFUNDED;
import static org.bottega.sales.api.PurchaseStatus.PRE_ORDER;
import static org.bottega.sales.api.PurchaseStatus.PRINTED_BILLET;
import static org.bottega.sales.api.PurchaseStatus.PROCESSING_TRANSACTION;
import static org.bottega.sales.api.PurchaseStatus.PROTESTED;
import static org.bottega.sales.api.PurchaseStatus.REFUNDED;
import static org.bottega.sales.api.PurchaseStatus.STARTED;
import static org.bottega.sales.api.PurchaseStatus.UNDER_ANALISYS;
import static org.bottega.sales.api.PurchaseStatus.WAITING_PAYMENT;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.bottega.api.Problem;
import org.bottega.sales.api.PurchaseStatus;

/** The life of a purchase: which status may follow which. Whatever is not in the table is forbidden. */
public final class PurchaseLife {

    private static final Map<PurchaseStatus, Set<PurchaseStatus>> NEXT = Map.ofEntries(
            row(STARTED, PRE_ORDER, PROCESSING_TRANSACTION, BLOCKED, CANCELLED),
            row(PRE_ORDER, PROCESSING_TRANSACTION, CANCELLED),
            row(
                    PROCESSING_TRANSACTION,
                    APPROVED,
                    NO_FUNDS,
                    BLOCKED,
                    WAITING_PAYMENT,
                    UNDER_ANALISYS,
                    PRINTED_BILLET,
                    OVERDUE,
                    CANCELLED),
            row(UNDER_ANALISYS, APPROVED, NO_FUNDS, BLOCKED, CANCELLED, EXPIRED),
            row(PRINTED_BILLET, WAITING_PAYMENT, APPROVED, CANCELLED, EXPIRED),
            row(WAITING_PAYMENT, APPROVED, NO_FUNDS, BLOCKED, OVERDUE, CANCELLED, EXPIRED),
            row(OVERDUE, APPROVED, BLOCKED, CANCELLED, EXPIRED),
            row(EXPIRED, APPROVED), // the money came after it had been given up: the money decides
            row(NO_FUNDS),
            row(BLOCKED),
            row(CANCELLED, APPROVED), // likewise
            row(APPROVED, COMPLETE, PROTESTED, PARTIALLY_REFUNDED, REFUNDED, CHARGEBACK),
            row(COMPLETE, PROTESTED, PARTIALLY_REFUNDED, REFUNDED, CHARGEBACK),
            row(PROTESTED, APPROVED, COMPLETE, PARTIALLY_REFUNDED, REFUNDED, CHARGEBACK),
            row(PARTIALLY_REFUNDED, PARTIALLY_REFUNDED, PROTESTED, REFUNDED, CHARGEBACK),
            row(REFUNDED),
            row(CHARGEBACK));

    private PurchaseLife() {}

    /** Whether {@code to} may follow {@code from}. */
    public static boolean allows(PurchaseStatus from, PurchaseStatus to) {
        return NEXT.get(from).contains(to);
    }

    /**
     * Refuses what the table does not allow.
     *
     * @throws Problem 409 {@code transition-forbidden} with members {@code from} and {@code to}
     */
    public static void check(PurchaseStatus from, PurchaseStatus to) {
        if (!allows(from, to)) {
            throw forbidden(from, to);
        }
    }

    /** The refusal of what the table does not allow. */
    public static Problem forbidden(PurchaseStatus from, PurchaseStatus to) {
        return Problem.conflict("transition-forbidden", "a purchase that is " + from + " cannot become " + to)
                .with("from", from.name())
                .with("to", to.name());
    }

    private static Map.Entry<PurchaseStatus, Set<PurchaseStatus>> row(PurchaseStatus from, PurchaseStatus... to) {
        Set<PurchaseStatus> next = EnumSet.noneOf(PurchaseStatus.class);
        next.addAll(Set.of(to));
        return Map.entry(from, next);
    }
}
