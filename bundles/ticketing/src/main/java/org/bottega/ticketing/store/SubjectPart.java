package org.bottega.ticketing.store;

import javax.persistence.Column;
import javax.persistence.Embeddable;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import org.bottega.sales.api.Purchase;
import org.bottega.ticketing.TicketType;
import org.bottega.ticketing.store.TicketRow.Wish;

/** What a ticket asks for, and of which purchase. */
@Embeddable
public class SubjectPart {

    @Enumerated(EnumType.STRING)
    @Column(name = "type")
    private TicketType type;

    @Column(name = "reason")
    private String reason;

    @Column(name = "purchase_id")
    private String purchase;

    @Column(name = "product_id")
    private String product;

    @Column(name = "buyer_id")
    private String buyer;

    protected SubjectPart() {}

    SubjectPart(Purchase purchase, Wish wish) {
        type = wish.type();
        reason = wish.reason();
        this.purchase = purchase.transaction();
        product = purchase.product();
        buyer = purchase.buyer().id();
    }

    void becomes(TicketType other) {
        type = other;
    }

    void because(String other) {
        reason = other;
    }

    TicketType type() {
        return type;
    }

    /** Code of the reason. */
    public String reason() {
        return reason;
    }

    void belongsTo(String other) {
        buyer = other;
    }

    /** Transaction of the purchase. */
    public String purchase() {
        return purchase;
    }

    /** Id of the product, or null. */
    public String product() {
        return product;
    }

    /** Id of the buyer. */
    public String buyer() {
        return buyer;
    }
}
