package org.bottega.sales;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.bottega.api.Mail;
import org.bottega.api.Mailer;
import org.bottega.api.Seller;
import org.bottega.api.Sellers;
import org.bottega.sales.Links.AccessLink;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.bundle.Item;
import org.bottega.sales.store.AccessRow;
import org.bottega.sales.store.CustomerRow;
import org.bottega.sales.store.ProductRow;
import org.bottega.sales.store.SalesStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The mails of sales. Each is written into the open unit of work, in the language of who gets it. */
@Component(service = Letters.class)
public final class Letters {

    private final SalesStore store;
    private final Sellers sellers;
    private final Mailer mailer;
    private final Links links;

    @Activate
    public Letters(
            @Reference SalesStore store, @Reference Sellers sellers, @Reference Mailer mailer, @Reference Links links) {
        this.store = store;
        this.sellers = sellers;
        this.mailer = mailer;
        this.links = links;
    }

    /** The receipt to the buyer and the sale notification to the seller, both with a link to the receipt (SAL-11). */
    public void sold(Purchase purchase) {
        toBuyer("receipt", purchase, Map.of("link", links.receipt(purchase)));
        toSeller("sale", purchase, Map.of("link", links.sellersReceipt(purchase.transaction())));
    }

    /**
     * All that is needed to reach what was bought (SAL-05).
     *
     * @return id of the mail
     */
    public String access(Purchase purchase, AccessRow access) {
        Item item = new Item(access.productId(), access.productName());
        AccessLink link = new AccessLink(access.id(), access.linkVersion());
        return access(purchase, item, link, language(purchase));
    }

    /** The same to many: the buyer's language is known. */
    public String access(Purchase purchase, Item item, AccessLink link, Locale locale) {
        Map<String, String> more = new HashMap<>();
        more.put("link", links.access(link));
        if (item.name() != null) {
            more.put("product", item.name());
        }
        more.put("support", support(seller(purchase), item.product()));
        return send("access", purchase.buyer().email(), locale, purchase, more);
    }

    /** The zone in which mails about a purchase tell dates: the seller's. */
    public ZoneId zone(Purchase purchase) {
        return seller(purchase).zone();
    }

    /** Where buyers of the product find help (SAL-13, ACC-20). */
    String support(Seller seller, String product) {
        String own = product == null
                ? null
                : store.products()
                        .find(product)
                        .map(ProductRow::product)
                        .map(Product::supportEmail)
                        .orElse(null);
        if (own != null) {
            return own;
        }
        return seller.supportEmail() == null ? seller.email() : seller.supportEmail();
    }

    /** A mail to the buyer, in his language. */
    public String toBuyer(String template, Purchase purchase, Map<String, String> more) {
        return send(template, purchase.buyer().email(), language(purchase), purchase, more);
    }

    /** A mail to the seller, in the seller's language. */
    public void toSeller(String template, Purchase purchase, Map<String, String> more) {
        Seller seller = seller(purchase);
        send(template, seller.email(), seller.locale(), purchase, more);
    }

    /** A mail about a purchase to somebody of the tenant, in the language of the seller. */
    public void toStaff(String template, String address, Purchase purchase, Map<String, String> more) {
        send(template, address, seller(purchase).locale(), purchase, more);
    }

    /** A day and time as the receiver of a mail about this purchase reads it. */
    public String time(Purchase purchase, Instant at) {
        return Moments.text(at, seller(purchase).zone(), language(purchase));
    }

    private Locale language(Purchase purchase) {
        return store.buyers()
                .find(purchase.buyer().id())
                .map(CustomerRow::locale)
                .orElse(Locale.ENGLISH);
    }

    /**
     * A mail about a purchase to anybody.
     *
     * @param more values of the template besides those that every mail about a purchase has
     * @return id of the mail
     */
    public String send(String template, String to, Locale locale, Purchase purchase, Map<String, String> more) {
        Seller seller = seller(purchase);
        Map<String, String> model = new HashMap<>();
        model.put("transaction", purchase.transaction());
        model.put("product", purchase.productName() == null ? "" : purchase.productName());
        model.put("price", purchase.price().toString());
        model.put(
                "buyer", purchase.buyer().name() == null ? "" : purchase.buyer().name());
        model.put("buyerEmail", purchase.buyer().email());
        model.put("seller", seller.name());
        model.put("support", support(seller, purchase.product()));
        model.put(
                "date",
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(locale)
                        .withZone(seller.zone())
                        .format(purchase.purchasedAt()));
        model.putAll(more);
        return mailer.send(new Mail(SalesModule.ID, template, to, locale, model, purchase.transaction()));
    }

    private Seller seller(Purchase purchase) {
        return sellers.find(purchase.seller()).orElseThrow();
    }
}
