package org.bottega.core.tenant;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bottega.api.Seller;
import org.bottega.persistence.Row;
import org.bottega.persistence.Rows;
import org.bottega.persistence.Store;

/** The table {@code core_seller}. */
final class SellerRows extends Rows {

    private static final String SELECT =
            "select id, name, email, support_email, zone_id, locale from core_seller where tenant_id = ?";

    SellerRows(Store store) {
        super(store);
    }

    Optional<Seller> find(String id) {
        return query(SELECT + " and id = ?", SellerRows::seller, tenant(), id).stream()
                .findFirst();
    }

    List<Seller> list() {
        return query(SELECT + " order by id", SellerRows::seller, tenant());
    }

    /** Those after an id, which may be null. */
    List<Seller> list(String after, int limit) {
        String tail = " order by id fetch first " + limit + " rows only";
        return after == null
                ? query(SELECT + tail, SellerRows::seller, tenant())
                : query(SELECT + " and id > ?" + tail, SellerRows::seller, tenant(), after);
    }

    void add(Seller s, Instant now) {
        update(
                "insert into core_seller (tenant_id, id, name, email, support_email, zone_id, locale, created_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                tenant(),
                s.id(),
                s.name(),
                s.email(),
                s.supportEmail(),
                s.zone().getId(),
                s.locale().toLanguageTag(),
                now);
    }

    void change(Seller s) {
        update(
                "update core_seller set support_email = ?, zone_id = ?, locale = ? where tenant_id = ? and id = ?",
                s.supportEmail(),
                s.zone().getId(),
                s.locale().toLanguageTag(),
                tenant(),
                s.id());
    }

    private static Seller seller(Row row) {
        return new Seller(
                row.string(1),
                row.string(2),
                row.string(3),
                row.string(4),
                ZoneId.of(row.string(5)),
                Locale.forLanguageTag(row.string(6)));
    }
}
