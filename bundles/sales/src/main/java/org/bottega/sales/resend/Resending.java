package org.bottega.sales.resend;

import java.util.List;
import org.bottega.api.Problem;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.bundle.Item;
import org.bottega.sales.resend.store.ResendRows.Access;

/** Which access of a purchase is to be sent again, or why none can be. */
public final class Resending {

    private Resending() {}

    /**
     * The access to send. The product must be named when there are several: resending is done per product (SAL-08).
     *
     * @param product id, or null
     * @throws Problem 400 {@code product-required} with member {@code products}; 404 {@code product-not-in-purchase}; 409
     *     {@code access-not-granted}
     */
    public static Access choose(PurchaseStatus status, List<Access> accesses, String product) {
        if (accesses.isEmpty()) {
            throw notGranted(status);
        }
        if (product == null && accesses.size() > 1) {
            throw required(accesses.stream().map(Access::item).toList());
        }
        Access chosen = accesses.stream()
                .filter(access ->
                        product == null || product.equals(access.item().product()))
                .findFirst()
                .orElseThrow(() -> absent(product));
        if (!chosen.granted()) {
            throw notGranted(status);
        }
        return chosen;
    }

    private static Problem required(List<Item> items) {
        return Problem.invalid(
                        "product-required",
                        "product",
                        "which of "
                                + String.join(
                                        ", ", items.stream().map(Item::product).toList()))
                .with("products", items);
    }

    private static Problem absent(String product) {
        return new Problem(
                Problem.Kind.NOT_FOUND, "product-not-in-purchase", "this purchase does not contain product " + product);
    }

    /** The refusal of a purchase that gives no access: not paid, given back, or imported. */
    public static Problem notGranted(PurchaseStatus status) {
        return Problem.conflict("access-not-granted", "nothing can be reached with a purchase that is " + status)
                .with("status", status.name());
    }
}
