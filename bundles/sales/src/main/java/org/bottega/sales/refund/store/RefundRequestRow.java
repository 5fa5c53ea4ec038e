package org.bottega.sales.refund.store;

import java.time.Duration;
import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Embedded;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.IdClass;
import javax.persistence.Table;
import javax.persistence.Version;
import org.bottega.api.Problem;
import org.bottega.persistence.BuyerRow;
import org.bottega.persistence.SellerRow;
import org.bottega.persistence.TenantKey;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequestState;
import org.bottega.sales.store.PurchaseRow;

/** That a refund was asked for. Due: the seller is to be reminded, or it is approved by itself. */
@Entity
@Table(name = "sales_refund_request")
@IdClass(TenantKey.class)
public class RefundRequestRow implements SellerRow, BuyerRow {

    /** How long before the end the seller is reminded. */
    public static final Duration REMINDER = Duration.ofDays(1);

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "seller_id")
    private String sellerId;

    @Column(name = "purchase_id")
    private String purchaseId;

    @Column(name = "buyer_id")
    private String buyerId;

    @Column(name = "buyer_email")
    private String buyerEmail;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private RefundRequestState state;

    @Column(name = "open_for")
    private String openFor;

    @Enumerated(EnumType.STRING)
    @Column(name = "status_before")
    private PurchaseStatus statusBefore;

    @Embedded
    private ClaimPart claim;

    @Embedded
    private AskPart ask;

    @Embedded
    private AnswerPart answer;

    @Embedded
    private DuePart due;

    @Version
    @Column(name = "version")
    private long version;

    protected RefundRequestRow() {}

    /** An open request for all that is left of a purchase. */
    public RefundRequestRow(String id, PurchaseRow purchase, AskPart ask) {
        tenantId = purchase.tenantId();
        this.id = id;
        sellerId = purchase.sellerId();
        purchaseId = purchase.id();
        buyerId = purchase.purchase().buyer().id();
        buyerEmail = purchase.buyerEmail();
        claim = new ClaimPart(purchase);
        state = RefundRequestState.OPEN;
        openFor = purchase.id();
        statusBefore = purchase.status();
        this.ask = ask;
        answer = new AnswerPart();
        Instant remind = ask.answerBy().minus(REMINDER);
        due = new DuePart(remind.isAfter(ask.openedAt()) ? remind : endOfPatience());
    }

    private Instant endOfPatience() {
        return ask.autoApprove() ? ask.answerBy() : null;
    }

    @Override
    public String tenantId() {
        return tenantId;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public String sellerId() {
        return sellerId;
    }

    @Override
    public String buyerEmail() {
        return buyerEmail;
    }

    /** The purchase belongs to another buyer now. */
    public void belongsTo(String buyer, String email) {
        buyerId = buyer;
        buyerEmail = email;
    }

    /** @throws Problem 409 {@code refund-request-closed} with member {@code state} (REF-05) */
    public void checkOpen() {
        if (state != RefundRequestState.OPEN) {
            throw Problem.conflict("refund-request-closed", "this request is " + state)
                    .with("state", state.name());
        }
    }

    /** It is approved; the gateway has not decided yet. */
    public void process(AnswerPart given) {
        checkOpen();
        state = RefundRequestState.PROCESSING;
        answer = given;
        due.next(null);
    }

    /** The gateway refused: it waits for an answer again, and no longer approves itself. */
    public void reopen() {
        state = RefundRequestState.OPEN;
        answer = new AnswerPart();
    }

    /** It is over. */
    public void end(RefundRequestState how, AnswerPart given) {
        state = how;
        openFor = null;
        answer = given;
        due.next(null);
    }

    /** The seller was reminded. */
    public void reminded() {
        due.next(endOfPatience());
    }

    /** It is no longer waited for. */
    public void waitNoLonger() {
        due.next(null);
    }

    public String purchaseId() {
        return purchaseId;
    }

    public RefundRequestState state() {
        return state;
    }

    /** What the purchase was when this was opened. */
    public PurchaseStatus statusBefore() {
        return statusBefore;
    }

    public Instant openedAt() {
        return ask.openedAt();
    }

    public Instant answerBy() {
        return ask.answerBy();
    }

    public AnswerPart answer() {
        return answer;
    }

    public boolean isDue(Instant now) {
        return due.isDue(now);
    }

    /** The request as others see it. */
    public RefundRequest request() {
        return new RefundRequest(
                id,
                purchaseId,
                sellerId,
                claim.product(),
                claim.productName(),
                buyerEmail,
                ask.reason(),
                ask.remark(),
                claim.amount(),
                state,
                ask.side(),
                ask.openedAt(),
                ask.answerBy(),
                ask.autoApprove(),
                answer.at(),
                answer.text());
    }
}
