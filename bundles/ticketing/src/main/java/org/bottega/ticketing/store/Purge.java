package org.bottega.ticketing.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bottega.api.spi.Kept;
import org.bottega.api.spi.Traces;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What the module keeps of the current tenant, and of one person, as a whole. Methods need an open unit of work. */
@Component(service = Purge.class)
public final class Purge extends Rows {

    private static final List<String> TABLES =
            List.of("ticketing_history", "ticketing_comment", "ticketing_recount", "ticketing_ticket");

    @Activate
    public Purge(@Reference(target = "(unit=ticketing)") Store store) {
        super(store);
    }

    /** Removes all of it. */
    public void all() {
        for (String table : TABLES) {
            update("delete from " + table + " where tenant_id = ?", tenant());
        }
    }

    /** How many tickets of a type are not closed. */
    public long running(String type) {
        return query(
                        "select count(*) from ticketing_ticket where tenant_id = ? and state in ('OPENING', 'OPEN',"
                                + " 'PROCESSING') and type = ?",
                        row -> row.number(1),
                        tenant(),
                        type)
                .get(0);
    }

    /** His tickets. */
    public Traces traces(String email) {
        Set<String> ids = new HashSet<>();
        query(
                "select id, buyer_id, purchase_id from ticketing_ticket where tenant_id = ? and buyer_email = ?",
                row -> ids.add(row.string(1)) | ids.add(row.string(2)) | ids.add(row.string(3)),
                tenant(),
                email);
        return ids.isEmpty() ? Traces.NONE : new Traces(Set.of(email), Set.of(), ids);
    }

    /** What he wrote, or others wrote down for him. */
    public List<Kept> erase(Traces person) {
        long kept = 0;
        for (String id : person.ids()) {
            kept += query(
                            "select count(*) from ticketing_ticket where tenant_id = ? and id = ?",
                            row -> row.number(1),
                            tenant(),
                            id)
                    .get(0);
            update(
                    "update ticketing_comment set body = null where tenant_id = ? and ticket_id = ?"
                            + " and actor in ('CUSTOMER', 'OPERATOR')",
                    tenant(),
                    id);
        }
        return kept == 0 ? List.of() : List.of(new Kept("tickets", kept, "refunds must be explained"));
    }
}
