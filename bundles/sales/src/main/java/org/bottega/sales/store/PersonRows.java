package org.bottega.sales.store;

import java.util.ArrayList;
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

/** What sales knows of a buyer, and what only sales can erase. Methods need an open unit of work. */
@Component(service = PersonRows.class)
public final class PersonRows extends Rows {

    private static final String BOOKS = "the seller's books need amount, date and transaction code";

    /** Shorter ones may stand for other things as well. */
    private static final int TELLING = 5;

    @Activate
    public PersonRows(@Reference(target = "(unit=sales)") Store store) {
        super(store);
    }

    /** Names and remarks, tax ids, purchases; the addresses his purchases had before, where nobody buys under them any more. */
    public Traces traces(String email) {
        Known known = new Known();
        known.mark(email);
        query(
                "select id, name, tax_id, tax_key from sales_buyer where tenant_id = ? and email = ?",
                row -> known.ids.add(row.string(1))
                        | known.names.add(row.string(2))
                        | known.taxId(row.string(3))
                        | known.taxId(row.string(4)),
                tenant(),
                email);
        query(
                "select remark from sales_refund_request where tenant_id = ? and buyer_email = ?",
                row -> known.names.add(row.string(1)),
                tenant(),
                email);
        Set<String> before = new HashSet<>();
        query(
                "select id, buyer_name, buyer_tax_id, sold_to from sales_purchase where tenant_id = ? and buyer_email = ?",
                row -> known.ids.add(row.string(1))
                        | known.names.add(row.string(2))
                        | known.taxId(row.string(3))
                        | before.add(row.string(4)),
                tenant(),
                email);
        query(
                "select c.old_email from sales_email_change c join sales_purchase p"
                        + " on p.tenant_id = c.tenant_id and p.id = c.purchase_id"
                        + " where c.tenant_id = ? and p.buyer_email = ?",
                row -> before.add(row.string(1)),
                tenant(),
                email);
        before.stream().filter(address -> address != null && !isUsed(address)).forEach(known::mark);
        return new Traces(known.marks, known.names, known.ids);
    }

    private static final class Known {
        private final Set<String> marks = new HashSet<>();
        private final Set<String> names = new HashSet<>();
        private final Set<String> ids = new HashSet<>();

        void mark(String text) {
            marks.add(text);
        }

        boolean taxId(String text) {
            return text != null && (text.length() < TELLING ? names : marks).add(text);
        }
    }

    private boolean isUsed(String email) {
        return count("select count(*) from sales_purchase where tenant_id = ? and buyer_email = ?", email) > 0;
    }

    private long count(String sql, String value) {
        return query(sql, row -> row.number(1), tenant(), value).get(0);
    }

    /** His remarks, his means of payment, his accesses; changes of address that wait are void. */
    public List<Kept> erase(Traces person) {
        long purchases = 0;
        long payments = 0;
        for (String id : person.ids()) {
            purchases += count("select count(*) from sales_purchase where tenant_id = ? and id = ?", id);
            payments += count("select count(*) from sales_payment where tenant_id = ? and purchase_id = ?", id);
            update(
                    "update sales_payment set card = null, means = null, slip_code = null, slip_url = null,"
                            + " version = version + 1 where tenant_id = ? and purchase_id = ? and settled_at is not null",
                    tenant(),
                    id);
            update(
                    "update sales_refund_request set remark = null, version = version + 1"
                            + " where tenant_id = ? and purchase_id = ? and remark is not null",
                    tenant(),
                    id);
            update(
                    "update sales_email_request set state = 'VOIDED', version = version + 1"
                            + " where tenant_id = ? and purchase_id = ? and state = 'WAITING'",
                    tenant(),
                    id);
            update(
                    "update sales_access set state = 'REVOKED', link_version = link_version + 1, version = version + 1"
                            + " where tenant_id = ? and purchase_id = ? and state = 'GRANTED'",
                    tenant(),
                    id);
        }
        return kept(purchases, payments);
    }

    private static List<Kept> kept(long purchases, long payments) {
        List<Kept> kept = new ArrayList<>();
        if (purchases > 0) {
            kept.add(new Kept("purchases", purchases, BOOKS));
        }
        if (payments > 0) {
            kept.add(new Kept("payments and their refunds", payments, BOOKS));
        }
        return kept;
    }
}
