package org.bottega.sales.payment;

import java.util.Map;
import org.bottega.api.DomainEvent;
import org.bottega.api.Money;
import org.bottega.api.Policies;
import org.bottega.sales.Platform;
import org.bottega.sales.PurchaseLife;
import org.bottega.sales.api.PaymentDisputeWon;
import org.bottega.sales.api.PaymentDisputed;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.PurchaseChargedBack;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.store.PaymentRow;
import org.bottega.sales.store.PurchaseRow;

/** A customer contests at the bank what he paid (D11, LOY-08). */
final class Contest {

    private final Platform platform;
    private final PaymentLetters letters;
    private final Policies policies;

    Contest(Platform platform, PaymentLetters letters, Policies policies) {
        this.platform = platform;
        this.letters = letters;
        this.policies = policies;
    }

    /** The purchase stays as it is; what is at stake is what has not been given back. */
    void disputed(PurchaseRow row, PaymentRow payment) {
        if (payment.state() != PaymentState.PAID) {
            return;
        }
        payment.plan().dispute(platform.now());
        payment.become(PaymentState.DISPUTED);
        Purchase p = row.purchase();
        tell(
                "payment.disputed",
                new PaymentDisputed(
                        p.transaction(), p.seller(), p.product(), p.buyer().id(), row.left()),
                row.left(),
                payment);
        letters.disputed(p, row.left(), policies.get(PaymentPolicy.TYPE).chargebackMails());
    }

    void won(PurchaseRow row, PaymentRow payment) {
        if (payment.state() != PaymentState.DISPUTED) {
            return;
        }
        payment.become(row.left().minor() == 0 ? PaymentState.REFUNDED : PaymentState.PAID);
        Purchase p = row.purchase();
        tell(
                "payment.dispute.won",
                new PaymentDisputeWon(
                        p.transaction(), p.seller(), p.product(), p.buyer().id(), row.left()),
                row.left(),
                payment);
    }

    /** The money is gone, whatever had become of the purchase; one that was refunded stays so, and the journal shows both. */
    void chargedBack(PurchaseRow row, PaymentRow payment) {
        boolean had = payment.state() == PaymentState.PAID
                || payment.state() == PaymentState.DISPUTED
                || payment.state() == PaymentState.REFUNDED;
        if (!had) {
            return;
        }
        payment.settle(PaymentState.CHARGED_BACK, platform.now());
        if (!PurchaseLife.allows(row.status(), PurchaseStatus.CHARGEBACK)) {
            platform.journal()
                    .note(
                            "payment.chargedback.late",
                            row.id(),
                            Map.of(
                                    "charge", payment.id(),
                                    "amount", payment.amount().toString(),
                                    "status", row.status().name()));
            return;
        }
        Money amount = row.left();
        row.become(PurchaseStatus.CHARGEBACK);
        Purchase p = row.purchase();
        tell(
                "purchase.chargedback",
                new PurchaseChargedBack(
                        p.transaction(), p.seller(), p.product(), p.buyer().id(), amount),
                amount,
                payment);
        letters.chargedBack(p, amount, policies.get(PaymentPolicy.TYPE).chargebackMails());
    }

    private void tell(String action, DomainEvent event, Money amount, PaymentRow payment) {
        platform.journal().tell(action, event, Map.of("amount", amount.toString(), "charge", payment.id()));
    }
}
