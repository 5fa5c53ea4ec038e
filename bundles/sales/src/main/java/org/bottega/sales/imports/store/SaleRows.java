package org.bottega.sales.imports.store;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bottega.persistence.Store;
import org.bottega.sales.PaymentType;
import org.bottega.sales.Product;
import org.bottega.sales.RefundPolicy;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.imports.ImportPlan;
import org.bottega.sales.imports.csv.SaleLine;
import org.bottega.sales.store.LookUps;
import org.bottega.sales.store.RefundTerms;

/** Purchases and buyers in bulk, up to {@link #MOST} at a time. */
public final class SaleRows extends LookUps {

    /** Most lines at once. */
    public static final int MOST = 500;

    private static final String KNOWN =
            union("select source, id, amount, currency, coalesce(sold_to, buyer_email), purchased_at"
                    + " from sales_purchase where tenant_id = ? and seller_id = ? and source = ?");
    private static final String BUYERS = union("select email, id from sales_buyer where tenant_id = ? and email = ?");

    SaleRows(Store store) {
        super(store);
    }

    /** What is known of a source transaction. */
    public record Known(String transaction, long amount, String currency, String email, Instant purchasedAt) {}

    /**
     * What was sold.
     *
     * @param id null when the file does not tell; then name is null too
     */
    public record Sold(String id, String name, RefundPolicy policy, int guaranteeDays) {

        /** Nothing is known of it. */
        public static final Sold UNKNOWN = new Sold(null, null, RefundPolicy.GUARANTEE, Product.DEFAULT_GUARANTEE);

        /** This product, as it is now. */
        public static Sold of(Product product) {
            return new Sold(product.id(), product.name(), product.refundPolicy(), product.guaranteeDays());
        }
    }

    /** A new purchase: its code, its buyer's id, and the line that tells of it. */
    public record NewSale(String transaction, String buyer, SaleLine line) {}

    /** Purchases of the seller by source transaction. */
    public Map<String, Known> known(String seller, List<String> sources) {
        Map<String, Known> known = new HashMap<>();
        lookUp(
                KNOWN,
                sources,
                row -> known.put(
                        row.string(1),
                        new Known(row.string(2), row.number(3), row.string(4), row.string(5), row.instant(6))),
                tenant(),
                seller);
        return known;
    }

    /** Ids of buyers by e-mail address. */
    public Map<String, String> buyers(List<String> emails) {
        Map<String, String> known = new HashMap<>();
        lookUp(BUYERS, emails, row -> known.put(row.string(1), row.string(2)), tenant());
        return known;
    }

    /** Adds buyers, each as the first of its sales tells of it. */
    public void addBuyers(Collection<NewSale> first, Locale locale, Instant now) {
        List<Object[]> rows = new ArrayList<>();
        for (NewSale sale : first) {
            SaleLine line = sale.line();
            rows.add(new Object[] {tenant(), sale.buyer(), line.email(), line.name(), locale.toLanguageTag(), now, 1L});
        }
        batch(
                "insert into sales_buyer (tenant_id, id, email, name, locale, created_at, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Adds purchases. The end of the guarantee falls due only when it is to be told. */
    public void addSales(ImportPlan plan, Sold sold, List<NewSale> sales) {
        boolean due = plan.replay() && plan.status() == PurchaseStatus.APPROVED;
        Duration guarantee = Duration.ofHours(24L * sold.guaranteeDays());
        boolean refunded = plan.status() == PurchaseStatus.REFUNDED;
        List<Object[]> rows = new ArrayList<>();
        for (NewSale sale : sales) {
            SaleLine line = sale.line();
            rows.add(new Object[] {
                tenant(),
                sale.transaction(),
                plan.seller(),
                sold.id(),
                sold.name(),
                sale.buyer(),
                line.email(),
                line.name(),
                key(line.name()),
                plan.status().name(),
                line.amount(),
                plan.currency().getCurrencyCode(),
                refunded ? line.amount() : 0L,
                PaymentType.IMPORTED.name(),
                line.purchasedAt(),
                sold.policy().name(),
                sold.guaranteeDays(),
                RefundTerms.CUSTOMER_DAYS,
                RefundTerms.SELLER_DAYS,
                line.source(),
                due ? line.purchasedAt().plus(guarantee) : null,
                1L
            });
        }
        batch(
                "insert into sales_purchase (tenant_id, id, seller_id, product_id, product_name, buyer_id, buyer_email,"
                        + " buyer_name, buyer_name_key, status, amount, currency, refunded, payment_type, purchased_at,"
                        + " refund_policy, guarantee_days, customer_days, seller_days, source, due_at, version)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                rows);
    }

    /** Lower case can be longer; the column is as long as the name's. */
    private static String key(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return key.length() > 200 ? key.substring(0, 200) : key;
    }
}
