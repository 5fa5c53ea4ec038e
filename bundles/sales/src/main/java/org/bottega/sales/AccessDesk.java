package org.bottega.sales;

import java.util.Map;
import org.bottega.api.Problem;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;
import org.bottega.sales.Links.AccessLink;
import org.bottega.sales.api.AccessGranted;
import org.bottega.sales.api.AccessRevoked;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.bundle.Item;
import org.bottega.sales.resend.Resending;
import org.bottega.sales.resend.store.ResendRows.Access;
import org.bottega.sales.store.AccessRow;
import org.bottega.sales.store.PurchaseRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Who may reach what was bought, and the links by which they do. */
@Component(service = AccessDesk.class)
public final class AccessDesk {

    private final Platform platform;
    private final SalesStore store;
    private final Sellers sellers;
    private final Letters letters;
    private final Links links;

    @Activate
    public AccessDesk(
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
     * What a buyer who follows an access link is shown.
     *
     * @param seller name of the seller
     * @param supportEmail where to find help (SAL-13)
     */
    public record Entrance(
            String transaction, String product, String productName, String seller, String supportEmail) {}

    /**
     * Lets the buyer reach what he bought, each product of a bundle by itself, and mails him how, product by product
     * (SAL-08, MEM-06). Nothing happens the second time.
     */
    public void grant(String transaction) {
        Purchase purchase = purchase(transaction);
        if (store.accesses().of(transaction).isEmpty()) {
            store.items().bought(purchase).forEach(item -> grant(purchase, item));
        }
    }

    private void grant(Purchase purchase, Item item) {
        AccessRow access = new AccessRow(platform.tenant(), platform.ids().next(), purchase, item, platform.now());
        store.accesses().add(access);
        letters.access(purchase, access);
        platform.journal()
                .tell(
                        "access.grant",
                        new AccessGranted(
                                purchase.transaction(),
                                purchase.seller(),
                                access.productId(),
                                access.buyerId(),
                                access.id()),
                        Map.of("access", access.id(), "product", access.productId()));
    }

    /** Ends all access that came with the purchase. Nothing happens the second time. */
    public void revoke(String transaction) {
        for (AccessRow access : store.accesses().of(transaction)) {
            if (access.isGranted()) {
                access.revoke();
                platform.journal()
                        .tell(
                                "access.revoke",
                                new AccessRevoked(
                                        transaction,
                                        access.sellerId(),
                                        access.productId(),
                                        access.buyerId(),
                                        access.id()),
                                Map.of("access", access.id(), "product", access.productId()));
            }
        }
    }

    /**
     * Hands what came with a purchase to its new buyer: links made so far are void, new ones are mailed to him (ACC-15). In
     * the open unit of work.
     */
    public void handOver(Purchase purchase) {
        for (AccessRow seen : store.accesses().of(purchase.transaction())) {
            AccessRow access = store.accesses().lock(seen.id()).orElseThrow(AccessDesk::unknown);
            access.handTo(purchase.buyer().id());
            if (access.isGranted()) {
                letters.access(purchase, access);
            }
        }
    }

    /** {@link #resend(String, String)} of a purchase of a single product. */
    public String resend(String transaction) {
        return resend(transaction, null);
    }

    /**
     * Mails the buyer all that is needed to reach one product, with a new link; links to this product sent before are void
     * from now on. Other products of a bundle, and the purchase, are not touched (SAL-05, SAL-06, SAL-07, SAL-08).
     *
     * @param product id of the product; may be null when the purchase is of a single one
     * @return id of the mail
     * @throws Problem 400 {@code product-required}, with the products of the bundle; 404 {@code purchase-not-found},
     *     {@code product-not-in-purchase}; 409 {@code access-not-granted}
     */
    public String resend(String transaction, String product) {
        return platform.inUnit(() -> {
            Purchase purchase = purchase(transaction);
            Access seen = Resending.choose(
                    purchase.status(),
                    store.accesses().of(transaction).stream()
                            .map(AccessDesk::seen)
                            .toList(),
                    product);
            AccessRow access = store.accesses()
                    .lock(seen.id())
                    .filter(AccessRow::isGranted)
                    .orElseThrow(() -> Resending.notGranted(purchase.status()));
            access.renewLink();
            String mail = letters.access(purchase, access);
            platform.journal().note("access.resend", transaction, Map.of("access", access.id(), "mail", mail));
            return mail;
        });
    }

    /**
     * Opens an access link.
     *
     * @throws Problem 404 {@code access-not-found}; 410 {@code link-voided} when a newer link was sent, {@code
     *     access-revoked} when the money went back
     */
    public Entrance open(String token) {
        return platform.inUnit(() -> {
            AccessLink link = links.readAccess(token).orElseThrow(AccessDesk::unknown);
            AccessRow access = store.accesses().find(link.access()).orElseThrow(AccessDesk::unknown);
            if (!access.isGranted()) {
                throw new Problem(Problem.Kind.GONE, "access-revoked", "this access has ended");
            }
            if (access.linkVersion() != link.linkVersion()) {
                throw new Problem(Problem.Kind.GONE, "link-voided", "a newer link was sent; use that one");
            }
            noteUse(access);
            Purchase purchase = purchase(access.purchaseId());
            Seller seller = sellers.find(purchase.seller()).orElseThrow();
            return new Entrance(
                    purchase.transaction(),
                    access.productId(),
                    access.productName() == null ? purchase.productName() : access.productName(),
                    seller.name(),
                    letters.support(seller, access.productId()));
        });
    }

    private static Access seen(AccessRow row) {
        return new Access(row.id(), new Item(row.productId(), row.productName()), row.isGranted(), row.linkVersion());
    }

    private void noteUse(AccessRow seen) {
        if (seen.isUsed()) {
            return;
        }
        AccessRow access = store.accesses().lock(seen.id()).orElseThrow(AccessDesk::unknown);
        if (access.use(platform.now())) {
            platform.journal().note("access.use", access.purchaseId(), Map.of("access", access.id()));
        }
    }

    private Purchase purchase(String transaction) {
        return store.purchases()
                .find(transaction)
                .map(PurchaseRow::purchase)
                .orElseThrow(() -> Problem.notFound("purchase", transaction));
    }

    private static Problem unknown() {
        return new Problem(Problem.Kind.NOT_FOUND, "access-not-found", "this link leads nowhere");
    }
}
