package org.bottega.ticketing.store;

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
import org.bottega.api.Money;
import org.bottega.persistence.BuyerRow;
import org.bottega.persistence.SellerRow;
import org.bottega.persistence.TenantKey;
import org.bottega.sales.api.Purchase;
import org.bottega.ticketing.Actor;
import org.bottega.ticketing.ClosedWhy;
import org.bottega.ticketing.NextStep;
import org.bottega.ticketing.TicketState;
import org.bottega.ticketing.TicketType;
import org.bottega.ticketing.store.CasePart.Asking;
import org.bottega.ticketing.store.CasePart.Before;

/** A ticket. Its id is the code that people quote. */
@Entity
@Table(name = "ticketing_ticket")
@IdClass(TenantKey.class)
public class TicketRow implements SellerRow, BuyerRow {

    @Id
    @Column(name = "tenant_id")
    private String tenantId;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "seller_id")
    private String sellerId;

    @Column(name = "buyer_email")
    private String buyerEmail;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    private TicketState state;

    @Column(name = "open_for")
    private String openFor;

    @Embedded
    private OpenPart opening;

    @Embedded
    private SubjectPart subject;

    @Embedded
    private ClockPart clock;

    @Embedded
    private CasePart refund;

    @Embedded
    private EndPart end = new EndPart();

    @Embedded
    private DuePart due = new DuePart();

    @Version
    @Column(name = "version")
    private long version;

    protected TicketRow() {}

    /** What is asked for. @param part what is to be given back, or null */
    public record Wish(TicketType type, String reason, Money part) {}

    /** A new ticket; it is begun or opened next. */
    public TicketRow(String tenant, String code, Purchase purchase, Wish wish, OpenPart opening) {
        tenantId = tenant;
        id = code;
        sellerId = purchase.seller();
        buyerEmail = purchase.buyer().email();
        subject = new SubjectPart(purchase, wish);
        refund = new CasePart(wish.part());
        this.opening = opening;
        clock = new ClockPart(opening.by(), opening.at());
        state = TicketState.OPEN;
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
        subject.belongsTo(buyer);
        buyerEmail = email;
    }

    /** Money is asked for: nothing is decided until sales has answered. */
    public void begin(Asking asking, Instant giveUpAt) {
        refund.begin(asking);
        subject.becomes(TicketType.REFUND);
        state = TicketState.OPENING;
        openFor = subject.purchase();
        opening.step(asking.command());
        due.next(NextStep.SETTLE, giveUpAt);
    }

    /** Sales refused: it is what it was. */
    public void undo() {
        Before before = refund.before();
        refund.dropped();
        opening.step(null);
        openFor = null;
        subject.becomes(before == Before.SUPPORT ? TicketType.SUPPORT : subject.type());
        state = before == Before.CLOSED ? TicketState.CLOSED : TicketState.OPEN;
        due.nothing();
    }

    /** The request in sales is there. */
    public void asked(String request) {
        subject.because(refund.opened(request));
        openFor = subject.purchase();
        state = TicketState.OPEN;
    }

    /** A support ticket is open again. */
    public void reopen(String command) {
        opening.step(command);
        state = TicketState.OPEN;
    }

    /** It asks for an answer only (TKT-15). */
    public void becomeSupport(Actor actor, Instant at) {
        subject.becomes(TicketType.SUPPORT);
        state = TicketState.OPEN;
        openFor = null;
        refund.dropped();
        clock.touch(actor, at);
    }

    /** The refund is being made. */
    public void process() {
        state = TicketState.PROCESSING;
        refund.grant();
    }

    /** The gateway refused, and is asked again then; null: people must see to it. */
    public void refused(String why, Instant again) {
        state = TicketState.OPEN;
        refund.refused();
        due.refused(why, again, refund.refusals());
    }

    /** It is over. */
    public void close(Actor actor, ClosedWhy why, Instant at) {
        state = TicketState.CLOSED;
        openFor = null;
        end.closed(actor, why, at);
        due.nothing();
    }

    public TicketType type() {
        return subject.type();
    }

    public TicketState state() {
        return state;
    }

    public OpenPart opening() {
        return opening;
    }

    public SubjectPart subject() {
        return subject;
    }

    public ClockPart clock() {
        return clock;
    }

    public CasePart refund() {
        return refund;
    }

    public EndPart end() {
        return end;
    }

    public DuePart due() {
        return due;
    }
}
