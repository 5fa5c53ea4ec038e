package org.bottega.webhooks.store;

import java.util.List;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the module keeps of the current tenant, as a whole. All methods need an open unit of work. */
@Component(service = Purge.class)
public final class Purge extends Rows {

    private static final List<String> TABLES = List.of("webhooks_attempt", "webhooks_delivery", "webhooks_endpoint");

    @Activate
    public Purge(@Reference(target = "(unit=webhooks)") Store store) {
        super(store);
    }

    /** Removes all of it. */
    public void all() {
        for (String table : TABLES) {
            update("delete from " + table + " where tenant_id = ?", tenant());
        }
    }

    /** How many endpoints there are. */
    public long endpoints() {
        return query("select count(*) from webhooks_endpoint where tenant_id = ?", row -> row.number(1), tenant())
                .get(0);
    }

    /** How many deliveries are still to be sent. */
    public long pending() {
        return query(
                        "select count(*) from webhooks_delivery where tenant_id = ? and endpoint_id in"
                                + " (select id from webhooks_endpoint where tenant_id = ?) and state = 'PENDING'",
                        row -> row.number(1),
                        tenant(),
                        tenant())
                .get(0);
    }
}
