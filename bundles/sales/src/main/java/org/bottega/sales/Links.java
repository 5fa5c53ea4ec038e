package org.bottega.sales;

import java.util.Optional;
import org.bottega.api.SignedLinks;
import org.bottega.sales.api.Purchase;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Signed links that mails carry: to the pages of a product that was bought, and of the receipt of an order. */
@Component(service = Links.class)
public final class Links {

    private static final String ACCESS = "sales.access";
    private static final String RECEIPT = "sales.receipt";

    private final Platform platform;
    private final SignedLinks links;

    @Activate
    public Links(@Reference Platform platform, @Reference SignedLinks links) {
        this.platform = platform;
        this.links = links;
    }

    /** Which access a link opens, and which of the links made for it this one is. */
    public record AccessLink(String access, int linkVersion) {}

    /** Address of the newest link to what was bought. */
    public String access(AccessLink link) {
        return page("access", links.sign(ACCESS, link.access() + ':' + link.linkVersion()));
    }

    /** Which receipt a link opens; {@code buyer} is whose link it is, or null for the seller's. */
    public record ReceiptLink(String transaction, String buyer) {}

    /** Address of the buyer's order receipt (RCP-01); good while the purchase is his. */
    public String receipt(Purchase purchase) {
        return page(
                "receipts",
                links.sign(
                        RECEIPT, purchase.transaction() + ':' + purchase.buyer().id()));
    }

    /** Address of the order receipt for the seller. */
    String sellersReceipt(String transaction) {
        return page("receipts", links.sign(RECEIPT, transaction));
    }

    /** Address of the page for people that such a token opens. */
    public String page(String what, String token) {
        return address("/t/", what, token);
    }

    /** Address of the file that the token of an access link opens. */
    public String file(String token) {
        return address("/api/", "access", token) + "/file";
    }

    private String address(String root, String what, String token) {
        return links.address(root + platform.tenant() + "/" + SalesModule.ID + "/" + what + "/" + token);
    }

    /** What the token of an access link stands for; empty when it is none. */
    public Optional<AccessLink> readAccess(String token) {
        return links.verify(ACCESS, token).map(value -> {
            int colon = value.lastIndexOf(':');
            return new AccessLink(value.substring(0, colon), Integer.parseInt(value.substring(colon + 1)));
        });
    }

    /** What the token of a receipt link stands for; empty when it is none. */
    public Optional<ReceiptLink> readReceipt(String token) {
        return links.verify(RECEIPT, token).map(value -> {
            int colon = value.indexOf(':');
            return colon < 0
                    ? new ReceiptLink(value, null)
                    : new ReceiptLink(value.substring(0, colon), value.substring(colon + 1));
        });
    }
}
