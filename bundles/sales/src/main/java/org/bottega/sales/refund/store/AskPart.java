package org.bottega.sales.refund.store;

import java.time.Duration;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import org.bottega.sales.refund.RefundReason;
import org.bottega.sales.refund.RefundRequestPolicy;
import org.bottega.sales.refund.Side;

/** Who asked for a refund, when and why, and until when that is to be answered. */
@Embeddable
public class AskPart {

    /** How long before the end the seller is reminded. */
    private static final Duration REMINDER = Duration.ofDays(1);

    @Enumerated(EnumType.STRING)
    @Column(name = "reason")
    private RefundReason reason;

    @Column(name = "remark")
    private String remark;

    @Enumerated(EnumType.STRING)
    @Column(name = "side")
    private Side side;

    @Column(name = "opened_by")
    private String openedBy;

    @Column(name = "opened_at")
    private Instant openedAt;

    @Column(name = "answer_by")
    private Instant answerBy;

    @Column(name = "auto_approve")
    private boolean autoApprove;

    protected AskPart() {}

    public AskPart(RefundReason reason, String remark, Side side, String by) {
        this.reason = reason;
        this.remark = remark;
        this.side = side;
        openedBy = by;
    }

    /** Opened now, under this policy. A day is 24 hours. */
    public AskPart opened(Instant now, RefundRequestPolicy policy) {
        openedAt = now;
        waitFrom(now, policy);
        return this;
    }

    /** It never approves itself: another module looks after it. */
    public AskPart keptElsewhere() {
        autoApprove = false;
        return this;
    }

    void waitFrom(Instant from, RefundRequestPolicy policy) {
        answerBy = from.plus(Duration.ofHours(24L * policy.answerDays()));
        autoApprove = policy.autoApprove();
    }

    /** When something is first due, if it is waited from this instant on. */
    Instant firstDue(Instant from) {
        Instant remind = answerBy.minus(REMINDER);
        return remind.isAfter(from) ? remind : endOfPatience();
    }

    /** When it approves itself, or null: never. */
    Instant endOfPatience() {
        return autoApprove ? answerBy : null;
    }

    RefundReason reason() {
        return reason;
    }

    String remark() {
        return remark;
    }

    Side side() {
        return side;
    }

    Instant openedAt() {
        return openedAt;
    }

    Instant answerBy() {
        return answerBy;
    }

    boolean autoApprove() {
        return autoApprove;
    }
}
