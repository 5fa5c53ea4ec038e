package org.bottega.sales.store;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import org.bottega.api.spi.SlipGateway.Slip;

/** What is known of a payment that takes its time. */
@Embeddable
public class PaymentPlan {

    @Column(name = "means")
    private String means;

    @Column(name = "release_at")
    private Instant releaseAt;

    @Column(name = "ends_at")
    private Instant endsAt;

    @Column(name = "slip_code")
    private String slipCode;

    @Column(name = "slip_url")
    private String slipUrl;

    @Column(name = "unpaid_at")
    private Instant unpaidAt;

    @Column(name = "tries")
    private int tries;

    @Column(name = "disputed_at")
    private Instant disputedAt;

    @Column(name = "cancel_wanted")
    private boolean cancelWanted;

    protected PaymentPlan() {}

    /** Not paid before {@code endsAt} it is given up; a pre-order has {@code releaseAt}, others null. */
    public PaymentPlan(Instant releaseAt, Instant endsAt) {
        this.releaseAt = releaseAt;
        this.endsAt = endsAt;
    }

    /** The gateway keeps the means of payment under this token. */
    public void keep(String token) {
        means = token;
    }

    public void print(Slip slip) {
        slipCode = slip.code();
        slipUrl = slip.address();
    }

    /** It is waited for longer. */
    public void extend(Instant until) {
        endsAt = until;
    }

    /** It was heard to be unpaid; the first time counts. */
    public boolean unpaid(Instant now) {
        if (unpaidAt != null) {
            return false;
        }
        unpaidAt = now;
        return true;
    }

    /** So many attempts to collect it have been made since. */
    public void tried(int attempts) {
        tries = attempts;
    }

    public void dispute(Instant now) {
        disputedAt = now;
    }

    /** It is to be made void, or no longer. */
    public void wantCancel(boolean wanted) {
        cancelWanted = wanted;
    }

    /** The gateway's token, or null. */
    public String means() {
        return means;
    }

    /** When a pre-order is to be charged, or null. */
    public Instant releaseAt() {
        return releaseAt;
    }

    /** The first instant at which it is given up if it was not paid. */
    public Instant endsAt() {
        return endsAt;
    }

    /** The slip that was printed, or null. */
    public Slip slip() {
        return slipCode == null ? null : new Slip(slipCode, slipUrl);
    }

    /** When it was first heard to be unpaid, or null. */
    public Instant unpaidAt() {
        return unpaidAt;
    }

    public int tries() {
        return tries;
    }

    /** When it was heard to be contested, or null. */
    public Instant disputedAt() {
        return disputedAt;
    }

    public boolean isCancelWanted() {
        return cancelWanted;
    }
}
