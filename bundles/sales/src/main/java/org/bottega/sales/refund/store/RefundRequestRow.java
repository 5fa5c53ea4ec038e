package org.bottega.sales.refund.store;

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
import org.bottega.sales.api.RefundCase;
import org.bottega.sales.refund.RefundRequest;
import org.bottega.sales.refund.RefundRequestPolicy;
import org.bottega.sales.refund.RefundRequestState;
import org.bottega.sales.store.PurchaseRow;

/** That a refund was asked for. Due: the seller is to be reminded, or it is approved by itself. */
@Entity
@Table(name = "sales_refund_request")
@IdClass(TenantKey.class)
public class RefundRequestRow implements SellerRow, BuyerRow {

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

    @Column(name = "buyer_email")
    private String buyerEmail;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private RefundRequestState state;

    @Column(name = "open_for")
    private String openFor;

    @Embedded
    private ClaimPart claim;

    @Embedded
    private AskPart ask;

    @Embedded
    private KeptPart kept;

    @Embedded
    private AnswerPart answer;

    @Embedded
    private DuePart due;

    @Version
    @Column(name = "version")
    private long version;

    protected RefundRequestRow() {}

    /** An open request, looked after by sales or by its keeper. */
    public RefundRequestRow(String id, PurchaseRow purchase, ClaimPart claim, AskPart ask, KeptPart kept) {
        tenantId = purchase.tenantId();
        this.id = id;
        sellerId = purchase.sellerId();
        purchaseId = purchase.id();
        buyerEmail = purchase.buyerEmail();
        state = RefundRequestState.OPEN;
        openFor = purchase.id();
        this.claim = claim;
        this.ask = kept.keeper() == null ? ask : ask.keptElsewhere();
        this.kept = kept;
        answer = new AnswerPart();
        due = new DuePart(kept.keeper() == null ? ask.firstDue(ask.openedAt()) : null);
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
        claim.belongsTo(buyer);
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
        if (!kept.isTakenBack()) {
            due.next(null);
        }
    }

    /** Whether sales looks after it again, and its terms are to be set. */
    public boolean isTakenBack() {
        return kept.isTakenBack();
    }

    /** Its terms are those of one that was opened when sales took it back. */
    public void takeBack(RefundRequestPolicy policy) {
        Instant from = due.at();
        kept.begun();
        ask.waitFrom(from, policy);
        due.next(state == RefundRequestState.OPEN ? ask.firstDue(from) : null);
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
        due.next(ask.endOfPatience());
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
        return claim.statusBefore();
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

    public ClaimPart claim() {
        return claim;
    }

    /** The request as others see it. */
    public RefundRequest request() {
        return new Seen(this, claim, ask, kept).request();
    }

    /** The request as other modules see it. */
    public RefundCase refundCase() {
        return new Seen(this, claim, ask, kept).refundCase();
    }
}
