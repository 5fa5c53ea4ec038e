package org.bottega.sales.resend.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bottega.api.Money;
import org.bottega.persistence.Row;
import org.bottega.persistence.Store;
import org.bottega.sales.api.Purchase;
import org.bottega.sales.api.Purchase.Buyer;
import org.bottega.sales.api.PurchaseStatus;
import org.bottega.sales.bundle.Item;
import org.bottega.sales.store.LookUps;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What is needed to send access of many purchases, read and changed by few statements. Needs an open unit of work. */
@Component(service = ResendRows.class)
public final class ResendRows extends LookUps {

    private static final String PURCHASES = union("select id, status, product_id, product_name, seller_id, buyer_id,"
            + " buyer_email, buyer_name, amount, currency, payment_type, purchased_at"
            + " from sales_purchase where tenant_id = ? and id = ?");
    private static final String ACCESSES = union("select purchase_id, id, product_id, product_name, state, link_version"
            + " from sales_access where tenant_id = ? and purchase_id = ?");
    private static final String LANGUAGES = union("select id, locale from sales_buyer where tenant_id = ? and id = ?");

    @Activate
    public ResendRows(@Reference(target = "(unit=sales)") Store store) {
        super(store);
    }

    /** An access as it stands. */
    public record Access(String id, Item item, boolean granted, int linkVersion) {}

    /** The purchases with these codes, whoever's they are; of what they cost only the price. */
    public Map<String, Purchase> purchases(Collection<String> codes) {
        Map<String, Purchase> found = new HashMap<>();
        lookUp(PURCHASES, List.copyOf(codes), row -> found.put(row.string(1), purchase(row)), tenant());
        return found;
    }

    private static Purchase purchase(Row row) {
        Money price = new Money(row.number(9), row.string(10));
        return new Purchase(
                row.string(1),
                PurchaseStatus.valueOf(row.string(2)),
                row.string(3),
                row.string(4),
                null,
                row.string(5),
                new Buyer(row.string(6), row.string(7), row.string(8)),
                price,
                price,
                null,
                new Money(0, price.currency()),
                row.string(11),
                row.instant(12),
                null,
                null);
    }

    /** Their accesses, by purchase. */
    public Map<String, List<Access>> accesses(Collection<String> purchases) {
        Map<String, Map<String, Access>> found = new HashMap<>();
        lookUp(
                ACCESSES,
                List.copyOf(purchases),
                row -> found.computeIfAbsent(row.string(1), p -> new LinkedHashMap<>())
                        .put(
                                row.string(2),
                                new Access(
                                        row.string(2),
                                        new Item(row.string(3), row.string(4)),
                                        "GRANTED".equals(row.string(5)),
                                        (int) row.number(6))),
                tenant());
        Map<String, List<Access>> all = new HashMap<>();
        found.forEach((purchase, accesses) -> all.put(purchase, new ArrayList<>(accesses.values())));
        return all;
    }

    /** Languages of buyers, by id. */
    public Map<String, Locale> languages(Collection<String> buyers) {
        Map<String, Locale> found = new HashMap<>();
        lookUp(
                LANGUAGES,
                List.copyOf(buyers),
                row -> found.put(row.string(1), Locale.forLanguageTag(row.string(2))),
                tenant());
        return found;
    }

    /** Makes the links made so far void. False for an access that has changed since it was read. */
    public List<Boolean> renew(List<Access> accesses) {
        List<Object[]> args = new ArrayList<>();
        for (Access access : accesses) {
            args.add(new Object[] {tenant(), access.id(), access.linkVersion()});
        }
        int[] counts = batch(
                "update sales_access set link_version = link_version + 1, version = version + 1"
                        + " where tenant_id = ? and id = ? and link_version = ? and state = 'GRANTED'",
                args);
        List<Boolean> renewed = new ArrayList<>();
        for (int count : counts) {
            renewed.add(count != 0);
        }
        return renewed;
    }
}
