package org.bottega.sales.own;

import java.util.Map;
import java.util.Set;
import org.bottega.api.Page;
import org.bottega.api.PageRequest;
import org.bottega.api.Problem;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;
import org.bottega.sales.AccessDesk;
import org.bottega.sales.Platform;
import org.bottega.sales.PurchaseFilter;
import org.bottega.sales.Receipts;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.email.Confirmations;
import org.bottega.sales.email.Confirmations.Waiting;
import org.bottega.sales.email.Form;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What a buyer sees of, and does with, the purchases that carry his address. */
@Component(service = OwnArea.class)
public final class OwnArea {

    private static final PurchaseFilter ALL =
            new PurchaseFilter(null, null, null, null, null, Set.of(), null, null, null, null);

    private final Platform platform;
    private final SalesStore store;
    private final Sellers sellers;
    private final Desks desks;

    /** The desks that serve the buyer. */
    @Component(service = Desks.class)
    public static final class Desks {
        private final AccessDesk access;
        private final Receipts receipts;
        private final Confirmations confirmations;

        @Activate
        public Desks(
                @Reference AccessDesk access, @Reference Receipts receipts, @Reference Confirmations confirmations) {
            this.access = access;
            this.receipts = receipts;
            this.confirmations = confirmations;
        }
    }

    @Activate
    public OwnArea(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference Sellers sellers,
            @Reference Desks desks) {
        this.platform = platform;
        this.store = store;
        this.sellers = sellers;
        this.desks = desks;
    }

    /**
     * A purchase as its buyer sees it.
     *
     * @param sellerName name of the seller
     */
    public record OwnPurchase(Purchase purchase, String sellerName) {}

    /**
     * Own purchases in any status, newest first.
     *
     * @throws Problem 403 {@code buyers-only}
     */
    public Page<OwnPurchase> purchases(PageRequest request) {
        platform.buyer();
        return platform.inUnit(() -> store.purchases().list(ALL, request).map(row -> own(row.purchase())));
    }

    /** @throws Problem 403 {@code buyers-only}; 404 {@code purchase-not-found}, for another's too */
    public OwnPurchase purchase(String transaction) {
        platform.buyer();
        return platform.inUnit(() -> own(store.purchases()
                .find(transaction)
                .orElseThrow(() -> unknown(transaction))
                .purchase()));
    }

    /**
     * Mails the access to the buyer's address again (SAL-05).
     *
     * @return id of the mail
     * @throws Problem as {@link #purchase}; 409 {@code access-not-granted}
     */
    public String resend(String transaction) {
        return platform.inUnit(() -> {
            String buyer = platform.buyer().id();
            purchase(transaction);
            String mail = platform.beyond("sales.own", () -> desks.access.resend(transaction));
            platform.journal().note("purchase.resend-own", transaction, Map.of("buyer", buyer, "mail", mail));
            return mail;
        });
    }

    /**
     * Asks for another address of an own purchase (ACC-17).
     *
     * @throws Problem as {@link #purchase} and {@link Confirmations#ask}
     */
    public Waiting changeEmail(String transaction, Form form) {
        platform.buyer();
        return platform.inUnit(() -> {
            PurchaseRow row = store.purchases().lock(transaction).orElseThrow(() -> unknown(transaction));
            return desks.confirmations.ask(row, form);
        });
    }

    /**
     * The same from the order receipt that the buyer was sent (ACC-18).
     *
     * @throws Problem 404 {@code receipt-not-found}, for the seller's link and for one of an earlier address too; else as
     *     {@link Confirmations#ask}
     */
    public Waiting changeEmailByReceipt(String token, Form form) {
        return platform.inUnit(() -> desks.confirmations.ask(desks.receipts.ofBuyer(token), form));
    }

    private OwnPurchase own(Purchase purchase) {
        return new OwnPurchase(
                purchase, sellers.find(purchase.seller()).map(Seller::name).orElse(purchase.seller()));
    }

    private static Problem unknown(String transaction) {
        return Problem.notFound("purchase", transaction);
    }
}
