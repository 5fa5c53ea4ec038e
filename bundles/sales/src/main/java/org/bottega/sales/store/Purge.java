package org.bottega.sales.store;

import java.util.List;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes all that sales keeps of the current tenant. */
@Component(service = Purge.class)
public final class Purge extends Rows {

    /** Tables of the unit, those that refer to others before those. */
    private static final List<String> TABLES = List.of(
            "sales_import_error",
            "sales_import_chunk",
            "sales_import",
            "sales_email_try",
            "sales_email_request",
            "sales_email_change",
            "sales_access",
            "sales_item",
            "sales_refund_request",
            "sales_refund",
            "sales_refund_handed",
            "sales_refund_keeper",
            "sales_payment",
            "sales_sandbox",
            "sales_sandbox_told",
            "sales_sandbox_card",
            "sales_notice",
            "sales_notice_key",
            "sales_purchase",
            "sales_coupon_use",
            "sales_coupon",
            "sales_buyer",
            "sales_offer",
            "sales_product_file",
            "sales_product");

    @Activate
    public Purge(@Reference(target = "(unit=sales)") Store store) {
        super(store);
    }

    /** All that is emptied. */
    public static List<String> tables() {
        return TABLES;
    }

    /** In the open unit of work. */
    public void all() {
        for (String table : TABLES) {
            update("delete from " + table + " where tenant_id = ?", tenant());
        }
    }
}
