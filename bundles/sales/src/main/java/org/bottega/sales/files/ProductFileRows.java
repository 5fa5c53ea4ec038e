package org.bottega.sales.files;

import java.util.Optional;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The table {@code sales_product_file}. Methods need an open unit of work. */
@Component(service = ProductFileRows.class)
public final class ProductFileRows extends Rows {

    @Activate
    public ProductFileRows(@Reference(target = "(unit=sales)") Store store) {
        super(store);
    }

    /** Id of the product's file. */
    Optional<String> find(String product) {
        return query(
                        "select file_id from sales_product_file where tenant_id = ? and id = ?",
                        row -> row.string(1),
                        tenant(),
                        product)
                .stream()
                .findFirst();
    }

    void set(String product, String seller, String file) {
        remove(product);
        update(
                "insert into sales_product_file (tenant_id, id, seller_id, file_id) values (?, ?, ?, ?)",
                tenant(),
                product,
                seller,
                file);
    }

    void remove(String product) {
        update("delete from sales_product_file where tenant_id = ? and id = ?", tenant(), product);
    }
}
