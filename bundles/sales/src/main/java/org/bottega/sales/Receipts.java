package org.bottega.sales;

import java.util.List;
import java.util.Optional;
import org.bottega.api.Problem;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;
import org.bottega.sales.Links.ReceiptLink;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.bundle.Item;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The order receipt, reached by the link in the receipt mail and in the sale notification (RCP-01, SAL-11). */
@Component(service = Receipts.class)
public final class Receipts {

    private final Platform platform;
    private final SalesStore store;
    private final Sellers sellers;
    private final Letters letters;
    private final Links links;

    @Activate
    public Receipts(
            @Reference Platform platform,
            @Reference SalesStore store,
            @Reference Sellers sellers,
            @Reference Letters letters,
            @Reference Links links) {
        this.platform = platform;
        this.store = store;
        this.sellers = sellers;
        this.letters = letters;
        this.links = links;
    }

    /**
     * A receipt.
     *
     * @param sellerName name of the seller
     * @param supportEmail where to find help (SAL-13)
     * @param contents the products of a bundle as they were when sold; empty for a single product
     */
    public record Receipt(Purchase purchase, String sellerName, String supportEmail, List<Item> contents) {}

    /**
     * Opens a receipt link.
     *
     * @throws Problem 404 {@code receipt-not-found}; 410 {@code link-voided} when the purchase has got another buyer
     */
    public Receipt open(String token) {
        return platform.inUnit(() -> {
            ReceiptLink link = links.readReceipt(token).orElseThrow(Receipts::unknown);
            Purchase purchase = purchase(link).orElseThrow(Receipts::unknown);
            if (link.buyer() != null && !link.buyer().equals(purchase.buyer().id())) {
                throw new Problem(
                        Problem.Kind.GONE,
                        "link-voided",
                        "the purchase belongs to another address since this was sent");
            }
            Seller seller = sellers.find(purchase.seller()).orElseThrow();
            return new Receipt(
                    purchase,
                    seller.name(),
                    letters.support(seller, purchase.product()),
                    store.items().of(purchase.transaction()));
        });
    }

    /**
     * The purchase of a receipt link that its buyer was sent, and that is still his (ACC-18).
     *
     * @throws Problem 404 {@code receipt-not-found}, for the seller's link too
     */
    public PurchaseRow ofBuyer(String token) {
        return links.readReceipt(token)
                .filter(link -> link.buyer() != null)
                .flatMap(link -> store.purchases().lock(link.transaction()).filter(row -> link.buyer()
                        .equals(row.purchase().buyer().id())))
                .orElseThrow(Receipts::unknown);
    }

    private Optional<Purchase> purchase(ReceiptLink link) {
        return store.purchases().find(link.transaction()).map(PurchaseRow::purchase);
    }

    private static Problem unknown() {
        return new Problem(Problem.Kind.NOT_FOUND, "receipt-not-found", "this link leads to no receipt");
    }
}
