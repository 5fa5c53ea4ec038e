package org.bottega.sales.store;

import java.util.Locale;
import javax.persistence.Column;
import javax.persistence.Embeddable;
import org.bottega.sales.api.Purchase.Buyer;

/** Who a purchase belongs to, besides the address, and whom it was sold to. */
@Embeddable
public class PurchaseBuyer {

    @Column(name = "buyer_id")
    private String buyerId;

    @Column(name = "buyer_name")
    private String name;

    @Column(name = "buyer_name_key")
    private String nameKey;

    /** The address when it was sold, if it has been changed since. */
    @Column(name = "sold_to")
    private String soldTo;

    protected PurchaseBuyer() {}

    PurchaseBuyer(Buyer buyer) {
        buyerId = buyer.id();
        name = buyer.name();
        nameKey = buyer.name().toLowerCase(Locale.ROOT);
    }

    /** Another buyer's from now on; {@code before} is the address it had until now. */
    void handTo(String buyer, String before) {
        buyerId = buyer;
        if (soldTo == null) {
            soldTo = before;
        }
    }

    String soldTo(String now) {
        return soldTo == null ? now : soldTo;
    }

    Buyer buyer(String email) {
        return new Buyer(buyerId, email, name);
    }
}
