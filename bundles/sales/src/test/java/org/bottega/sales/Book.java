package org.bottega.sales;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.bottega.core.testing.TestPlatform;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.bottega.sales.api.Purchase;

/** Looks into the tables of acme, as an auditor would. */
final class Book extends Rows {

    private final TestPlatform platform;

    Book(Store store, TestPlatform platform) {
        super(store);
        this.platform = platform;
    }

    /** Money that has really moved at the gateway, charges less refunds. */
    long moved() {
        return sum("CHARGE") - sum("REFUND");
    }

    private long sum(String kind) {
        return read(
                        "select amount from sales_sandbox where tenant_id = ? and kind = ? and refused = false",
                        tenantOf(),
                        kind)
                .stream()
                .mapToLong(Long::parseLong)
                .sum();
    }

    /** One column of the rows that belong to a purchase, as text, the oldest first. */
    List<String> of(Purchase purchase, String table, String column) {
        String owner = table.equals("sales_purchase") ? "id" : "purchase_id";
        return read(
                "select " + column + " from " + table + " where tenant_id = ? and " + owner + " = ? order by id",
                tenantOf(),
                purchase.transaction());
    }

    /** An instant of the only such row of a purchase, or null. */
    Instant instant(Purchase purchase, String table, String column) {
        String sql = "select " + column + " from " + table + " where tenant_id = ? and purchase_id = ?";
        return platform.as(Shop.ACME, () -> platform.unitOfWork()
                        .call(() -> query(
                                sql, row -> Optional.ofNullable(row.instant(1)), tenantOf(), purchase.transaction())))
                .get(0)
                .orElse(null);
    }

    /** All columns of the purchase itself, as text. */
    List<String> row(Purchase purchase) {
        String columns = "status, amount, refunded, buyer_email, due_at, due_attempts, purchased_at, version";
        return Stream.of(columns.split(", "))
                .flatMap(column ->
                        of(purchase, "sales_purchase", "coalesce(cast(" + column + " as char(40)), '-')").stream())
                .toList();
    }

    /** One column of a buyer, as text. */
    List<String> buyer(String email, String column) {
        return read("select " + column + " from sales_buyer where tenant_id = ? and email = ?", tenantOf(), email);
    }

    int count(String table) {
        return read("select id from " + table + " where tenant_id = ?", tenantOf())
                .size();
    }

    private List<String> read(String sql, Object... args) {
        return platform.as(Shop.ACME, () -> platform.unitOfWork().call(() -> query(sql, row -> row.string(1), args)));
    }

    /** Makes a purchase look like one that was imported: its payment is not ours. */
    void importLike(Purchase purchase, String source) {
        change("delete from sales_payment where tenant_id = ? and purchase_id = ?", tenantOf(), purchase.transaction());
        change(
                "update sales_purchase set source = ?, payment_type = ? where tenant_id = ? and id = ?",
                source,
                PaymentType.IMPORTED.name(),
                tenantOf(),
                purchase.transaction());
    }

    /** Sets the status past all rules. */
    void force(Purchase purchase, String status) {
        change(
                "update sales_purchase set status = ?, due_at = null where tenant_id = ? and id = ?",
                status,
                tenantOf(),
                purchase.transaction());
    }

    /** Moves the day of purchase. */
    void boughtAt(Purchase purchase, Instant at) {
        change(
                "update sales_purchase set purchased_at = ? where tenant_id = ? and id = ?",
                at,
                tenantOf(),
                purchase.transaction());
    }

    /** Adds so many purchases of the same seller and buyer. */
    void multiply(Purchase of, int times) {
        for (int i = 0; i < times; i++) {
            String code = of.transaction().substring(0, 8) + String.format("%06d", i);
            change(
                    "insert into sales_purchase (tenant_id, id, seller_id, buyer_id, buyer_email, status, amount,"
                            + " currency, refunded, payment_type, purchased_at, refund_policy, guarantee_days,"
                            + " customer_days, seller_days, version) values (?, ?, ?, ?, ?, 'COMPLETE', 1, 'EUR', 0,"
                            + " 'IMPORTED', ?, 'GUARANTEE', 30, 60, 90, 1)",
                    tenantOf(),
                    code,
                    of.seller(),
                    of.buyer().id(),
                    of.buyer().email(),
                    of.purchasedAt());
        }
    }

    private void change(String sql, Object... args) {
        platform.as(Shop.ACME, () -> platform.unitOfWork().run(() -> update(sql, args)));
    }

    private static String tenantOf() {
        return Shop.ACME;
    }
}
