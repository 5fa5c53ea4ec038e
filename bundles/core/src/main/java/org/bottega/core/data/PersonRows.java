package org.bottega.core.data;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bottega.api.spi.Traces;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** What the platform itself keeps of a buyer: the account, links in mails, mails. An address is given in lower case. */
final class PersonRows extends Rows {

    /** Tables by which an account is found. */
    static final Set<String> ACCOUNT = Set.of("core_user", "core_reset_link", "core_reset_ask");

    private static final String BUYER = "BUYER";

    PersonRows(Store store) {
        super(store);
    }

    /** Whether staff or a seller has the address. */
    boolean isStaff(String email) {
        List<Long> staff = query(
                "select 1 from core_user where tenant_id = ? and kind <> ? and email_key = ? fetch first 1 rows only",
                row -> row.number(1),
                tenant(),
                BUYER,
                email);
        List<Long> sellers = query(
                "select 1 from core_seller where tenant_id = ? and (lower(email) = ? or lower(support_email) = ?)"
                        + " fetch first 1 rows only",
                row -> row.number(1),
                tenant(),
                email,
                email);
        return !staff.isEmpty() || !sellers.isEmpty();
    }

    Traces of(String email) {
        Set<String> names = new HashSet<>();
        Set<String> ids = new HashSet<>();
        query(
                "select id, name from core_user where tenant_id = ? and kind = ? and email_key = ?",
                row -> names.add(row.string(2)) | ids.add(row.string(1)),
                tenant(),
                BUYER,
                email);
        query(
                "select name from core_reset_link where tenant_id = ? and kind = ? and email_key = ?",
                row -> names.add(row.string(1)),
                tenant(),
                BUYER,
                email);
        query(
                "select name from core_reset_ask where tenant_id = ? and lower(email) = ?",
                row -> names.add(row.string(1)),
                tenant(),
                email);
        return new Traces(Set.of(email), names, ids);
    }

    long removeAccount(String email) {
        long removed = update("delete from core_reset_ask where tenant_id = ? and lower(email) = ?", tenant(), email);
        removed += update(
                "delete from core_reset_link where tenant_id = ? and kind = ? and email_key = ?",
                tenant(),
                BUYER,
                email);
        for (String id : query(
                "select id from core_user where tenant_id = ? and kind = ? and email_key = ?",
                row -> row.string(1),
                tenant(),
                BUYER,
                email)) {
            removed += update("delete from core_user_token where tenant_id = ? and user_id = ?", tenant(), id);
            removed += update("delete from core_user where tenant_id = ? and id = ?", tenant(), id);
        }
        return removed;
    }

    int removeMails(String email, int most) {
        List<Object[]> ids = query(
                "select id from core_mail where tenant_id = ? and lower(to_address) = ? fetch first ? rows only",
                row -> new Object[] {tenant(), row.string(1)},
                tenant(),
                email,
                most);
        if (!ids.isEmpty()) {
            batch("delete from core_mail where tenant_id = ? and id = ?", ids);
        }
        return ids.size();
    }
}
